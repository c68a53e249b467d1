package workshop.requirementssharedschema;

import org.jooq.DSLContext;
import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;
import workshop.requirements.Role;
import workshop.requirements.access.SignIn;
import workshop.requirements.api.RequirementsApi;

/** This module among all others in one process. */
public final class RequirementsSharedSchema implements ApiModule {

  @Override
  public String name() {
    return "02_requirements_shared_schema";
  }

  @Override
  public String title() {
    return "Requirements, all projects in one schema";
  }

  @Override
  public void routes(Api api, ModuleResources resources) {
    routes(api, resources.database());
  }

  static void routes(Api api, DSLContext db) {
    api.beforeMatched(
        ctx -> {
          if (Role.isNeeded(ctx)) {
            SignIn.check(ctx);
          }
        });
    SharedSchemaWorkspaces workspaces = new SharedSchemaWorkspaces(db);
    new ProjectApi(workspaces).routes(api);
    RequirementsApi.routes(api, workspaces);
  }
}
