package shareddb.serve;

import java.util.List;
import java.util.Optional;
import shareddb.administration.Administration;
import shareddb.names.ModuleName;
import shareddb.settings.AdminKey;
import shareddb.settings.Settings;
import shareddb.snapshot.SnapshotStore;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantModule;
import shareddb.tenants.Tenants;
import shareddb.track.Workshop;
import shareddb.web.ApiModule;
import shareddb.web.Metrics;

/** The modules that have tenants, and the key of those who run them. */
record TenantModules(Settings settings, List<TenantModule> all, AdminKey key) {

  static TenantModules of(Settings settings, Workshop workshop) {
    return new TenantModules(settings, TenantModule.in(workshop), AdminKey.of(settings));
  }

  /** The module with what those need who run its tenants; as it is where it has none. */
  ApiModule administered(ApiModule module, Metrics metrics) {
    return find(module.name())
        .<ApiModule>map(
            tenants -> new Administration(module, operations(tenants), key, metrics.registry()))
        .orElse(module);
  }

  private Tenants operations(TenantModule module) {
    return new Tenants(new Registry(settings.admin(), module), new SnapshotStore(settings.root()));
  }

  private Optional<TenantModule> find(ModuleName name) {
    return all.stream().filter(tenants -> tenants.name().equals(name)).findFirst();
  }
}
