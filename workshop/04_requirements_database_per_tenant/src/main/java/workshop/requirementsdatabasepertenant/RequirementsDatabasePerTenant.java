package workshop.requirementsdatabasepertenant;

import shareddb.base.names.ModuleName;
import shareddb.web.ApiModule;
import shareddb.web.Database;
import shareddb.web.Routes;
import shareddb.web.TenantDatabases;
import workshop.requirements.RequirementsApi;

/** This module, as the web sees it. */
public final class RequirementsDatabasePerTenant implements ApiModule {

  private final TenantDatabases databases;

  public RequirementsDatabasePerTenant() {
    this(TenantDatabases.NONE);
  }

  private RequirementsDatabasePerTenant(TenantDatabases databases) {
    this.databases = databases;
  }

  @Override
  public ModuleName name() {
    return new ModuleName("04_requirements_database_per_tenant");
  }

  @Override
  public String title() {
    return "Requirements, a database for each tenant";
  }

  @Override
  public ApiModule over(TenantDatabases tenants) {
    return new RequirementsDatabasePerTenant(tenants);
  }

  @Override
  public void routes(Routes routes, Database database) {
    TenantGuard guard = new TenantGuard(new TenantQueries(database));
    RequirementsApi.declare(routes, new TenantWorkspaces(databases, guard));
  }
}
