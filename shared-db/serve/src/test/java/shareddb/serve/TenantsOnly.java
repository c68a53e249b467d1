package shareddb.serve;

import shareddb.administration.Administration;
import shareddb.web.Api;
import shareddb.web.ModuleResources;

/** The module 03 with the administration of its tenants, and without routes for these. */
public final class TenantsOnly implements TenantApiModule {

  @Override
  public String name() {
    return "03_requirements_schema_per_tenant";
  }

  @Override
  public String title() {
    return "Tenants";
  }

  @Override
  public void routes(Api api, ModuleResources resources, TenantResources tenants) {
    Administration.add(api, resources, tenants);
  }
}
