package workshop.requirementsschemapertenant;

import shareddb.administration.Administration;
import shareddb.serve.TenantApiModule;
import shareddb.serve.TenantResources;
import shareddb.web.Api;
import shareddb.web.ModuleResources;
import workshop.requirements.Role;
import workshop.requirements.access.SignIn;
import workshop.requirements.api.RequirementsApi;

/** This module among all others in one process. */
public final class RequirementsSchemaPerTenant implements TenantApiModule {

  @Override
  public String name() {
    return "03_requirements_schema_per_tenant";
  }

  @Override
  public String title() {
    return "Requirements, a schema for each tenant";
  }

  @Override
  public void routes(Api api, ModuleResources resources, TenantResources tenants) {
    Administration.add(api, resources, tenants);
    TenantLookup lookup = new TenantLookup(resources.database());
    resources.hosts().allow(api.prefix(), lookup::isDomain);
    api.beforeMatched(
        ctx -> {
          if (Role.isNeeded(ctx)) {
            lookup.check(ctx);
            SignIn.check(ctx);
          }
        });
    RequirementsApi.routes(api, new TenantWorkspaces(resources.database()));
  }
}
