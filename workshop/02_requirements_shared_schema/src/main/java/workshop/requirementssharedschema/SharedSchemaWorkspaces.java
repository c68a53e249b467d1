package workshop.requirementssharedschema;

import static workshop.requirementssharedschema.db.Tables.USER_PROJECTS;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import shareddb.web.Database;
import shareddb.web.FairShare;
import shareddb.web.Guard;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import workshop.requirements.Email;
import workshop.requirements.Role;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;
import workshop.requirementssharedschema.db.Routines;

/** A project is the part of the tables that says its id; the path names it. */
final class SharedSchemaWorkspaces implements Workspaces {

  /** Whose words the policies and the history of the migrations go by. */
  static final String USER = "app.user_email";

  private static final String PROJECT = "app.project_id";

  private static final Param<Long> ID = Param.path("project_id", ParamType.id(), "Which project.");

  private final Database database;
  private final UserGuard guard;
  private final FairShare<Long> shares = new FairShare<>();

  SharedSchemaWorkspaces(Database database, UserGuard guard) {
    this.database = database;
    this.guard = guard;
  }

  @Override
  public String prefix() {
    return "/projects/{project_id}";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(ID);
  }

  @Override
  public Guard<?> guard() {
    return guard;
  }

  @Override
  public String path(Request request) {
    return "/projects/" + request.get(ID);
  }

  @Override
  public <T> T open(Request request, Role least, Function<Workspace, T> work) {
    return within(
        request, least, sql -> work.apply(new SharedSchemaWorkspace(sql, request.get(ID))));
  }

  /** One transaction in which the database knows the project, and who asks. */
  <T> T within(Request request, Role least, Function<DSLContext, T> work) {
    Email who = request.get(guard);
    long project = request.get(ID);
    return shares.of(project, () -> within(who, project, least, work));
  }

  private <T> T within(Email who, long project, Role least, Function<DSLContext, T> work) {
    Map<String, String> settings = Map.of(USER, who.value(), PROJECT, String.valueOf(project));
    return database.inTransaction(
        settings,
        sql -> {
          check(role(sql, project), least);
          return work.apply(sql);
        });
  }

  long project(Request request) {
    return request.get(ID);
  }

  /** Who is no member is told the same as where there is no project: it is none of theirs. */
  private static Role role(DSLContext sql, long project) {
    return sql.select(USER_PROJECTS.ROLE)
        .from(USER_PROJECTS)
        .where(USER_PROJECTS.PROJECT_ID.eq(project))
        .and(USER_PROJECTS.USER_ID.eq(Routines.currentUserId()))
        .fetchOptional(row -> Role.of(row.value1()))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND, "There is no project " + project + " of yours"));
  }

  private static void check(Role role, Role least) {
    if (!role.isAtLeast(least)) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "This takes the role " + least + ", and yours is " + role);
    }
  }
}
