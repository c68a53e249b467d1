package workshop.requirementsschemapertenant;

import java.util.List;
import shareddb.base.names.Sha256;
import shareddb.base.settings.Login;
import shareddb.tracktesting.MigratedDatabase;
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.TestTenants;

/** Tenants with a schema each, all in the database of the registry. */
final class Tenants extends TestTenants {

  private final MigratedDatabase database;

  Tenants(MigratedDatabase database) {
    super(database, "t");
    this.database = database;
  }

  /** They go with the database. */
  @Override
  public void drop() {}

  @Override
  protected void makeFirst(List<String> names) {
    makeSide(names);
  }

  @Override
  protected Login home() {
    return database.admin();
  }

  @Override
  protected void register(MadeTenant tenant) {
    run(
        """
        INSERT INTO tenant_registry (tenant_name, domain, schema_name, api_key_hash, status)
        VALUES ('%s', '%s', '%s', '%s', 'active')
        """
            .formatted(tenant.name(), tenant.domain(), tenant.schema(), Sha256.of(tenant.key())));
  }
}
