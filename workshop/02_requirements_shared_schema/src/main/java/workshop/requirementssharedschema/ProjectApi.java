package workshop.requirementssharedschema;

import static org.jooq.Records.mapping;
import static shareddb.web.doc.Doc.doc;
import static workshop.requirementssharedschema.db.Tables.PROJECTS;
import static workshop.requirementssharedschema.db.Tables.PROJECT_SUMMARY;
import static workshop.requirementssharedschema.db.Tables.USER_PROJECTS;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.SelectConditionStep;
import shareddb.web.Api;
import shareddb.web.doc.Doc;
import shareddb.web.doc.Page;
import workshop.requirements.Role;
import workshop.requirements.access.SignIn;
import workshop.requirementssharedschema.db.Routines;
import workshop.requirementssharedschema.relocation.ProjectRelocation;

/** The routes of projects themselves; the routes in a project are in {@code requirements}. */
final class ProjectApi {

  private final SharedSchemaWorkspaces workspaces;

  ProjectApi(SharedSchemaWorkspaces workspaces) {
    this.workspaces = workspaces;
  }

  void routes(Api api) {
    api.get(
        "/projects",
        this::list,
        doc("List my projects").secured(SignIn.SCHEME).answersPages(Project.class, Long.class),
        Role.VIEWER);
    api.post(
        "/projects",
        this::add,
        doc("Add a project")
            .notes("The person who adds it is its first owner.")
            .secured(SignIn.SCHEME)
            .takes(ProjectName.EXAMPLE)
            .creates(Project.class),
        Role.OWNER);
    api.get(
        workspaces.prefix(),
        this::show,
        documented("Show a project").answers(Project.class),
        Role.VIEWER);
    api.patch(
        workspaces.prefix(),
        this::rename,
        documented("Rename a project")
            .takes(ProjectName.EXAMPLE)
            .answers(Project.class)
            .problem(403, "This person is no owner."),
        Role.OWNER);
    api.get(
        workspaces.prefix() + "/summary",
        this::summary,
        documented("Count the members of a project").answers(ProjectSummary.class),
        Role.VIEWER);
  }

  private Doc documented(String summary) {
    return workspaces
        .document(doc(summary))
        .problem(404, "There is no such project for this person.");
  }

  private void list(Context ctx) {
    long after = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(0L);
    List<Project> projects =
        workspaces.asPerson(
            ctx,
            sql ->
                own(sql, PROJECTS.STATUS.eq(ProjectRelocation.ACTIVE))
                    .orderBy(PROJECTS.ID)
                    .seek(after)
                    .limit(Page.limit(ctx) + 1)
                    .fetch(mapping(Project::new)));
    ctx.json(Page.of(ctx, projects, Project::id));
  }

  /** A function of the migrations adds it: it has no member yet, so no policy would let it in. */
  private void add(Context ctx) {
    String name = ctx.bodyAsClass(ProjectName.class).name();
    Project added =
        workspaces.asPerson(
            ctx, sql -> find(sql, Routines.createProject(sql.configuration(), name)));
    ctx.status(HttpStatus.CREATED)
        .header(Header.LOCATION, ctx.path() + "/" + added.id())
        .json(added);
  }

  private void show(Context ctx) {
    long id = workspaces.project(ctx);
    ctx.json(workspaces.within(ctx, sql -> find(sql, id)));
  }

  private void rename(Context ctx) {
    long id = workspaces.project(ctx);
    String name = ctx.bodyAsClass(ProjectName.class).name();
    ctx.json(
        workspaces.within(
            ctx,
            sql -> {
              sql.update(PROJECTS).set(PROJECTS.NAME, name).where(PROJECTS.ID.eq(id)).execute();
              return find(sql, id);
            }));
  }

  /** From a view of the migrations. */
  private void summary(Context ctx) {
    long id = workspaces.project(ctx);
    ctx.json(
        workspaces.within(
            ctx,
            sql ->
                sql.selectFrom(PROJECT_SUMMARY)
                    .where(PROJECT_SUMMARY.PROJECT_ID.eq(id))
                    .fetchSingle(mapping(ProjectSummary::new))));
  }

  private static Project find(DSLContext sql, long id) {
    return own(sql, PROJECTS.ID.eq(id)).fetchSingle(mapping(Project::new));
  }

  private static SelectConditionStep<Record4<Long, String, Role, Instant>> own(
      DSLContext sql, Condition which) {
    return sql.select(PROJECTS.ID, PROJECTS.NAME, USER_PROJECTS.ROLE, PROJECTS.CREATED_AT)
        .from(PROJECTS)
        .join(USER_PROJECTS)
        .on(USER_PROJECTS.PROJECT_ID.eq(PROJECTS.ID))
        .where(USER_PROJECTS.USER_ID.eq(Routines.currentUserId()))
        .and(which);
  }
}
