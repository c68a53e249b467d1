package workshop.requirementsschemapertenant;

import workshop.requirements.suite.tenants.Beyond;
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.ServedTenants;
import workshop.requirements.suite.tenants.TenantStage;

/** This module, as the suites need it: beyond a tenant's schema are the other tenants'. */
final class SchemaPerTenantStage extends TenantStage {

  SchemaPerTenantStage() {
    this(new ServedTenants(new RequirementsSchemaPerTenant()));
  }

  private SchemaPerTenantStage(ServedTenants served) {
    super(served, new Tenants(served.database()));
  }

  @Override
  protected Beyond beyond(MadeTenant other) {
    return new Beyond(
        new Tenant(other.name(), other.schema()).role().value(),
        other.schema().value(),
        other.schema().quoted("requirements"));
  }

  @Override
  protected String isGone(String tenant) {
    return "to_regnamespace('\"03_tenant_%s\"') IS NULL".formatted(tenant);
  }
}
