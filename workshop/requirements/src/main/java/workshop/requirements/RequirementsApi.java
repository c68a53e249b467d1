package workshop.requirements;

import shareddb.web.Routes;

/** All routes of requirements management, over a module's own way to keep projects apart. */
public final class RequirementsApi {

  private RequirementsApi() {}

  public static void declare(Routes routes, Workspaces workspaces) {
    ProjectRoutes project = new ProjectRoutes(routes, workspaces);
    new RequirementRoutes(workspaces).declare(project);
    new CsvRoutes(workspaces).declare(project);
    new GroupRoutes(workspaces).declare(project);
    new MemberRoutes(workspaces).declare(project);
  }
}
