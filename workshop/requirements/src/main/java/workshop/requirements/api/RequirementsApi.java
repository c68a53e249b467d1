package workshop.requirements.api;

import shareddb.web.Api;
import workshop.requirements.Priority;
import workshop.requirements.ProjectRoutes;
import workshop.requirements.Status;
import workshop.requirements.Workspaces;
import workshop.requirements.csv.CsvApi;

/** All routes of requirements management, over a module's own way to keep projects apart. */
public final class RequirementsApi {

  private RequirementsApi() {}

  public static void routes(Api api, Workspaces workspaces) {
    // Javalin reads these from query parameters.
    api.config().validation.register(Status.class, Status::of);
    api.config().validation.register(Priority.class, Priority::of);
    ProjectRoutes project = new ProjectRoutes(api, workspaces);
    new RequirementApi(workspaces).routes(project);
    new CsvApi(workspaces).routes(project);
    new GroupApi(workspaces).routes(project);
    new MemberApi(workspaces).routes(project);
  }
}
