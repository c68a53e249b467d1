package shareddb.cli;

import picocli.CommandLine.Mixin;

/** Which tenants of which module: all, where none is named. */
final class TenantFleetOption {

  @Mixin private final TenantOption tenant = new TenantOption();

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  TenantFleet in(Surroundings surroundings) {
    return new TenantFleet(surroundings.settings(), module.in(surroundings), tenant.names());
  }
}
