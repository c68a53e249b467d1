package shareddb.cli.selection;

import java.sql.SQLException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.result.TenantText;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/** The one tenant that a command works on. */
public final class TenantNameOption {

  @Parameters(index = "0", paramLabel = "NAME", description = "the tenant's name")
  private String name = "";

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  public TenantRegistry registry(CommandContext context) throws SQLException {
    return module.having(name(), context);
  }

  public TenantName name() {
    return name(name);
  }

  /** Parses a tenant's name; fails if it is not valid. */
  public static TenantName name(String typed) {
    try {
      return new TenantName(typed);
    } catch (InvalidName e) {
      throw CommandFailure.usage(
          String.valueOf(e.getMessage()), "./db tenants list     prints all");
    }
  }

  /** Returns the tenant; fails if the registry has none of this name. */
  public Tenant in(TenantRegistry registry) throws SQLException {
    TenantName wanted = name();
    return registry.find(wanted).orElseThrow(() -> TenantText.unknown(wanted, registry));
  }
}
