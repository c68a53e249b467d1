package shareddb.cli.selection;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.option.TenantOption;
import shareddb.tenants.registry.TenantRegistry;

/** The options that choose tenants of a module: the named ones, those with an attribute, or all. */
public final class TenantFleetOption {

  @Mixin private final TenantOption tenant = new TenantOption();

  @Option(
      names = "--where",
      paramLabel = "ATTRIBUTE=VALUE,…",
      description =
          "work on the tenants with this type, plan, status, domain or server, or on those of a"
              + " run; of one attribute any of several values counts")
  private @Nullable String where;

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  public TenantFleet in(CommandContext context) throws SQLException {
    List<TenantName> names = tenant.names();
    TenantRegistry registry =
        names.isEmpty() ? module.in(context) : module.having(names.getFirst(), context);
    TenantFleet fleet = new TenantFleet(context.settings(), registry, names);
    if (where == null) {
      return fleet;
    }
    if (!names.isEmpty()) {
      throw CommandFailure.usage(
          "--tenant and --where each say which tenants are meant", "type one of them");
    }
    return fleet.where(TenantFilter.of(where));
  }
}
