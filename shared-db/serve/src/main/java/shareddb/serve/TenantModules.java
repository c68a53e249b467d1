package shareddb.serve;

import java.util.List;
import shareddb.base.settings.AdminKey;
import shareddb.base.settings.Settings;
import shareddb.base.track.Workshop;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;

/** Gives the modules that have tenants what belongs to these. */
record TenantModules(
    Settings settings, List<TenantModule> all, AdminKey key, TenantDatabases databases) {

  static TenantModules of(Settings settings, Workshop workshop, TenantDatabases databases) {
    return new TenantModules(settings, TenantModule.in(workshop), AdminKey.of(settings), databases);
  }

  /** The same module, with the resources of its tenants; a module without tenants as it is. */
  ApiModule withTenants(ApiModule module) {
    return module instanceof TenantApiModule tenants
        ? new WithTenants(tenants, new TenantResources(databases, operations(module.name()), key))
        : module;
  }

  private Tenants operations(String name) {
    TenantModule module =
        all.stream()
            .filter(one -> one.name().value().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ServeException(
                        name + " has no folders migrations/shared and migrations/tenant"));
    return new Tenants(new TenantRegistry(settings, module), new SnapshotStore(settings.root()));
  }

  /** A module together with what belongs to its tenants. */
  private record WithTenants(TenantApiModule module, TenantResources tenants) implements ApiModule {

    @Override
    public String name() {
      return module.name();
    }

    @Override
    public String title() {
      return module.title();
    }

    @Override
    public void routes(Api api, ModuleResources resources) {
      module.routes(api, resources, tenants);
    }
  }
}
