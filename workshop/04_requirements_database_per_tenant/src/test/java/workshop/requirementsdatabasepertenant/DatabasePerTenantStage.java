package workshop.requirementsdatabasepertenant;

import workshop.requirements.suite.tenants.Beyond;
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.ServedTenants;
import workshop.requirements.suite.tenants.TenantStage;

/** This module, as the suites need it: beyond a tenant's own is what all of a server share. */
final class DatabasePerTenantStage extends TenantStage {

  DatabasePerTenantStage() {
    this(new ServedTenants(new RequirementsDatabasePerTenant()));
  }

  private DatabasePerTenantStage(ServedTenants served) {
    super(served, new Tenants(served.database()));
  }

  @Override
  protected Beyond beyond(MadeTenant other) {
    return new Beyond("postgres", "pg_catalog", "pg_database");
  }

  @Override
  protected String isGone(String tenant) {
    return "NOT EXISTS (SELECT FROM pg_database WHERE datname = 'workshop_04_%s')"
        .formatted(tenant);
  }
}
