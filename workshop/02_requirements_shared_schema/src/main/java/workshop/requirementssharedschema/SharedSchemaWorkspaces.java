package workshop.requirementssharedschema;

import static workshop.requirementssharedschema.db.Tables.PROJECTS;
import static workshop.requirementssharedschema.db.Tables.USER_PROJECTS;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record3;
import shareddb.base.names.SchemaName;
import shareddb.base.names.WriteLockName;
import shareddb.web.Database;
import shareddb.web.FairShare;
import shareddb.web.Gate;
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
  public Map<ProblemType, String> failures() {
    return Map.of(
        ProblemType.GONE, "The project has moved: the detail says who serves it.",
        ProblemType.NOT_READY, "The project is moving just now.");
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
          Gate gate = least == Role.VIEWER ? Gate.OPEN : Gate.found(sql, gate(project));
          check(role(sql, project), least);
          gate.pass();
          return work.apply(sql);
        });
  }

  private static WriteLockName gate(long project) {
    return WriteLockName.of(new SchemaName(PROJECTS.getSchema().getName()), project);
  }

  long project(Request request) {
    return request.get(ID);
  }

  /** Who is no member is told the same as where there is no project: it is none of theirs. */
  private static Role role(DSLContext sql, long project) {
    return sql.select(USER_PROJECTS.ROLE, PROJECTS.STATUS, PROJECTS.MOVED_TO)
        .from(USER_PROJECTS)
        .join(PROJECTS)
        .on(PROJECTS.ID.eq(USER_PROJECTS.PROJECT_ID))
        .where(USER_PROJECTS.PROJECT_ID.eq(project))
        .and(USER_PROJECTS.USER_ID.eq(Routines.currentUserId()))
        .fetchOptional(SharedSchemaWorkspaces::served)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND, "There is no project " + project + " of yours"));
  }

  /** Where it is not here, it makes no difference who asks. */
  private static Role served(Record3<String, String, String> row) {
    return switch (row.value2()) {
      case "active" -> Role.of(row.value1());
      case "moved" ->
          throw ProblemException.of(
              ProblemType.GONE, "The project has moved: " + row.value3() + " serves it now");
      default -> throw Gate.moving();
    };
  }

  private static void check(Role role, Role least) {
    if (!role.isAtLeast(least)) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "This takes the role " + least + ", and yours is " + role);
    }
  }
}
