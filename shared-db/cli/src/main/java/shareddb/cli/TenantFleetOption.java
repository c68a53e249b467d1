package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Mixin;
import shareddb.names.TenantName;
import shareddb.tenants.Registry;

/** Which tenants of which module: all, where none is named. */
final class TenantFleetOption {

  @Mixin private final TenantOption tenant = new TenantOption();

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  TenantFleet in(Surroundings surroundings) throws SQLException {
    List<TenantName> names = tenant.names();
    Registry registry =
        names.isEmpty() ? module.in(surroundings) : module.having(names.getFirst(), surroundings);
    return new TenantFleet(surroundings.settings(), registry, names);
  }
}
