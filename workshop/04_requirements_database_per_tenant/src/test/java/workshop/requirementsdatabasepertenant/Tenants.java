package workshop.requirementsdatabasepertenant;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shareddb.base.names.Sha256;
import shareddb.base.settings.Login;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.KeyReceiver;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.registry.Tenant;
import shareddb.testing.TestDatabase;
import shareddb.tracktesting.MigratedDatabase;
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.TestTenants;

/**
 * The first ones have a database each, as all have outside of tests; who wants more of them gets
 * guests, whose schemas are in the database of the first: that takes a hundredth of the time, and a
 * request to one of them goes the same way.
 */
final class Tenants extends TestTenants {

  private Optional<MadeTenant> host = Optional.empty();

  Tenants(MigratedDatabase database) {
    // Databases are the whole server's: no other test's tenant is called so.
    super(database, "t" + UUID.randomUUID().toString().substring(0, 8) + "x");
  }

  /** With all tenants of the registry, also those that other tests made. */
  @Override
  public void drop() {
    try {
      registry().each(Optional.empty(), this::drop);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void drop(Tenant tenant) {
    try {
      Login login = registry().target(tenant).admin();
      ServerDatabases.drop(login.to(ServerDatabases.MAINTENANCE), login.database());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void makeFirst(List<String> names) {
    List<TenantRequest> wishes =
        names.stream()
            .map(name -> new TenantRequest(name, name + ".example.org", "standard"))
            .toList();
    try {
      SnapshotStore snapshots = new SnapshotStore(TestDatabase.checkout());
      var tenants = new shareddb.tenants.lifecycle.Tenants(registry(), snapshots);
      tenants.addAll(wishes, KeyReceiver.NONE).forEach(this::add);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    run("ALTER TABLE tenant_registry DROP CONSTRAINT tenant_registry_database_name_key");
  }

  private void add(AddTenantResult result) {
    if (!(result instanceof AddTenantResult.Added(Tenant tenant, var key))) {
      throw new IllegalStateException(result.toString());
    }
    String name = tenant.name().value();
    MadeTenant made = MadeTenant.of(name, registry().target(tenant));
    run(
        "UPDATE tenant_registry SET api_key_hash = '%s' WHERE tenant_name = '%s'"
            .formatted(Sha256.of(made.key()), name));
    host = Optional.of(made);
    keep(made);
  }

  @Override
  protected Login home() {
    return host.orElseThrow().target().admin();
  }

  @Override
  protected void register(MadeTenant guest) {
    run(
        """
        INSERT INTO tenant_registry
            (tenant_name, domain, database_name, schema_name, api_key_hash, status)
        VALUES ('%s', '%s', '%s', '%s', '%s', 'active')
        """
            .formatted(
                guest.name(),
                guest.domain(),
                guest.target().admin().database(),
                guest.schema(),
                Sha256.of(guest.key())));
  }
}
