package workshop.requirementssharedschema;

import shareddb.base.names.ModuleName;
import shareddb.web.ApiModule;
import shareddb.web.Database;
import shareddb.web.Routes;
import workshop.requirements.RequirementsApi;

/** This module, as the web sees it. */
public final class RequirementsSharedSchema implements ApiModule {

  @Override
  public ModuleName name() {
    return new ModuleName("02_requirements_shared_schema");
  }

  @Override
  public String title() {
    return "Requirements, all projects in one schema";
  }

  @Override
  public void routes(Routes routes, Database database) {
    UserGuard guard = new UserGuard();
    SharedSchemaWorkspaces workspaces = new SharedSchemaWorkspaces(database, guard);
    new ProjectRoutes(new ProjectQueries(database), workspaces, guard).declare(routes);
    RequirementsApi.declare(routes, workspaces);
  }
}
