package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.names.InvalidName;
import shareddb.names.TenantName;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;

/** The one tenant that is meant. */
final class TenantNameOption {

  @Parameters(index = "0", paramLabel = "NAME", description = "the tenant's name")
  private String name = "";

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  Registry registry(Surroundings surroundings) throws SQLException {
    return module.having(name(), surroundings);
  }

  TenantName name() {
    return name(name);
  }

  /** As it was typed, where it may be a name. */
  static TenantName name(String typed) {
    try {
      return new TenantName(typed);
    } catch (InvalidName e) {
      throw CommandFailure.usage(
          String.valueOf(e.getMessage()), "./db tenants list     prints all");
    }
  }

  /** The tenant itself, which must be there. */
  Tenant in(Registry registry) throws SQLException {
    TenantName wanted = name();
    return registry.find(wanted).orElseThrow(() -> TenantLines.unknown(wanted, registry));
  }
}
