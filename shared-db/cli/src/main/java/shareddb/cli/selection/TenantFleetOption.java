package shareddb.cli.selection;

import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Mixin;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.option.TenantOption;
import shareddb.tenants.registry.TenantRegistry;

/** The options that choose tenants of a module: the named ones, or all. */
public final class TenantFleetOption {

  @Mixin private final TenantOption tenant = new TenantOption();

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  public TenantFleet in(CommandContext context) throws SQLException {
    List<TenantName> names = tenant.names();
    TenantRegistry registry =
        names.isEmpty() ? module.in(context) : module.having(names.getFirst(), context);
    return new TenantFleet(context.settings(), registry, names);
  }
}
