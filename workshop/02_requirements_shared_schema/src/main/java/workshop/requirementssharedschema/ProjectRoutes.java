package workshop.requirementssharedschema;

import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;
import workshop.requirements.Role;

/** The routes of projects as such; what is in them is in {@code workshop.requirements}. */
final class ProjectRoutes {

  private static final String UNKNOWN = "There is no such project for who asks.";
  private static final String MOVED = "The project has moved: the detail says who serves it.";

  private final ProjectQueries queries;
  private final SharedSchemaWorkspaces workspaces;
  private final UserGuard guard;

  ProjectRoutes(ProjectQueries queries, SharedSchemaWorkspaces workspaces, UserGuard guard) {
    this.queries = queries;
    this.workspaces = workspaces;
    this.guard = guard;
  }

  void declare(Routes routes) {
    Param<?>[] params = workspaces.params().toArray(Param<?>[]::new);
    routes
        .get("/projects", "List my projects")
        .guardedBy(guard)
        .answersPages(
            Project.class,
            new Keyset<>(Long.class, Project::id),
            (request, page) -> queries.list(request.get(guard), page));
    routes
        .post("/projects", "Make a project")
        .notes("Whoever makes it is its first owner.")
        .guardedBy(guard)
        .takes(ProjectName.class)
        .creates(
            Project.class,
            project -> "/projects/" + project.id(),
            (request, project) -> queries.create(request.get(guard), project));
    routes
        .get(workspaces.prefix(), "Show a project")
        .guardedBy(guard)
        .with(params)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .fails(ProblemType.GONE, MOVED)
        .answers(Project.class, this::find);
    routes
        .patch(workspaces.prefix(), "Call a project something else")
        .guardedBy(guard)
        .with(params)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .fails(ProblemType.GONE, MOVED)
        .fails(ProblemType.FORBIDDEN, "Who asks is no owner.")
        .takes(ProjectName.class)
        .answers(Project.class, this::rename);
  }

  private Project find(Request request) {
    return workspaces.within(
        request,
        Role.VIEWER,
        sql -> ProjectQueries.find(sql, workspaces.project(request)).orElseThrow());
  }

  private Project rename(Request request, ProjectName name) {
    long id = workspaces.project(request);
    return workspaces.within(
        request,
        Role.OWNER,
        sql -> {
          ProjectQueries.rename(sql, id, name);
          return ProjectQueries.find(sql, id).orElseThrow();
        });
  }
}
