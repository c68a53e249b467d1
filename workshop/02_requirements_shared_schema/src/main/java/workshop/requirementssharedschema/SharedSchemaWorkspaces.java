package workshop.requirementssharedschema;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static workshop.requirementssharedschema.db.Tables.USER_PROJECTS;

import io.javalin.http.Context;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import shareddb.web.doc.Doc;
import workshop.requirements.Email;
import workshop.requirements.Role;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;
import workshop.requirements.access.FairShare;
import workshop.requirements.access.SignIn;
import workshop.requirementssharedschema.db.Routines;
import workshop.requirementssharedschema.relocation.ProjectRelocation;

/**
 * All projects are in the same tables, and each row has the id of its project. The path of a
 * request names the project.
 */
final class SharedSchemaWorkspaces implements Workspaces {

  /** Less than half of the pool. */
  private static final int REQUESTS_OF_A_PROJECT = 4;

  private final DSLContext db;
  private final FairShare<Long> shares = new FairShare<>(REQUESTS_OF_A_PROJECT);

  SharedSchemaWorkspaces(DSLContext db) {
    this.db = db;
  }

  @Override
  public String prefix() {
    return "/projects/{project_id}";
  }

  @Override
  public Doc document(Doc doc) {
    return ProjectRelocation.document(
        doc.path("project_id", Long.class, "Which project.").secured(SignIn.SCHEME));
  }

  @Override
  public Long project(Context ctx) {
    return ctx.pathParamAsClass("project_id", Long.class).get();
  }

  @Override
  public Email person(Context ctx) {
    return SignIn.person(ctx);
  }

  @Override
  public <T> T open(Context ctx, Function<Workspace, T> work) {
    long project = project(ctx);
    return within(
        ctx,
        sql ->
            work.apply(
                new Workspace(
                    new RequirementQueries(sql, project),
                    new GroupQueries(sql, project),
                    new MemberQueries(sql, project))));
  }

  /** One transaction in which the database knows the person and the project. */
  <T> T within(Context ctx, Function<DSLContext, T> work) {
    long project = project(ctx);
    Role least = Role.needed(ctx);
    return shares.run(
        project,
        () ->
            asPerson(
                ctx,
                String.valueOf(project),
                sql -> {
                  role(sql, project).expectAtLeast(least);
                  if (least != Role.VIEWER) {
                    ProjectRelocation.beforeWrite(sql, project);
                  }
                  return work.apply(sql);
                }));
  }

  /** One transaction in which the database knows the person. */
  <T> T asPerson(Context ctx, Function<DSLContext, T> work) {
    return asPerson(ctx, "", work);
  }

  /** The policies and the history of the migrations read these two settings. */
  private <T> T asPerson(Context ctx, String project, Function<DSLContext, T> work) {
    return db.transactionResult(
        transaction -> {
          DSLContext sql = transaction.dsl();
          sql.select(
                  local("app.user_email", SignIn.person(ctx).value()),
                  local("app.project_id", project))
              .fetch();
          return work.apply(sql);
        });
  }

  /** {@code SET LOCAL} as a function, which takes parameters: it ends with the transaction. */
  private static Field<String> local(String setting, String value) {
    return function(
        name("pg_catalog", "set_config"),
        SQLDataType.VARCHAR,
        val(setting),
        val(value),
        inline(true));
  }

  /** A project of other persons is answered like one that does not exist. */
  private static Role role(DSLContext sql, long project) {
    return sql.select(USER_PROJECTS.ROLE)
        .from(USER_PROJECTS)
        .where(
            USER_PROJECTS.PROJECT_ID.eq(project),
            USER_PROJECTS.USER_ID.eq(Routines.currentUserId()),
            USER_PROJECTS.projects().STATUS.eq(ProjectRelocation.ACTIVE))
        .fetchOptional(USER_PROJECTS.ROLE)
        .orElseThrow(() -> ProjectRelocation.notServed(sql, project));
  }
}
