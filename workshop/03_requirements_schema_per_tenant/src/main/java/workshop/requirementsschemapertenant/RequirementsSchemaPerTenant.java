package workshop.requirementsschemapertenant;

import shareddb.base.names.ModuleName;
import shareddb.web.ApiModule;
import shareddb.web.Database;
import shareddb.web.Routes;
import workshop.requirements.RequirementsApi;

/** This module, as the web sees it. */
public final class RequirementsSchemaPerTenant implements ApiModule {

  @Override
  public ModuleName name() {
    return new ModuleName("03_requirements_schema_per_tenant");
  }

  @Override
  public String title() {
    return "Requirements, a schema for each tenant";
  }

  @Override
  public void routes(Routes routes, Database database) {
    TenantGuard guard = new TenantGuard(new TenantQueries(database));
    RequirementsApi.declare(routes, new TenantWorkspaces(database.withoutSchemas(), guard));
  }
}
