package shareddb.serve;

import java.util.List;
import java.util.Optional;
import shareddb.administration.Administration;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.AdminKey;
import shareddb.base.settings.Settings;
import shareddb.base.settings.TenantConnections;
import shareddb.base.track.Workshop;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.web.ApiModule;
import shareddb.web.Metrics;

/**
 * The modules that have tenants, with the key of those who run them, and the tenants' own
 * databases.
 */
record TenantModules(
    Settings settings, List<TenantModule> all, AdminKey key, TenantPools pools, Metrics metrics)
    implements AutoCloseable {

  static TenantModules of(Settings settings, Workshop workshop, Metrics metrics) {
    return new TenantModules(
        settings,
        TenantModule.in(workshop),
        AdminKey.of(settings),
        new TenantPools(settings.servers(), TenantConnections.of(settings), metrics.registry()),
        metrics);
  }

  /** The module with what those need who run its tenants; as it is where it has none. */
  ApiModule administered(ApiModule module) {
    return find(module.name())
        .<ApiModule>map(
            tenants ->
                new Administration(
                    module.over(pools), operations(tenants), key, metrics.registry()))
        .orElse(module);
  }

  @Override
  public void close() {
    pools.close();
  }

  private Tenants operations(TenantModule module) {
    return new Tenants(new TenantRegistry(settings, module), new SnapshotStore(settings.root()));
  }

  private Optional<TenantModule> find(ModuleName name) {
    return all.stream().filter(tenants -> tenants.name().equals(name)).findFirst();
  }
}
