package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.names.ServerName;
import shareddb.settings.Servers;
import shareddb.tenants.LostDatabases;
import shareddb.tenants.Tenant;

/** Tenants whose databases are gone, or were never on the server that the settings name. */
final class TenantsLost {

  private static final int NAMED = 5;

  private TenantsLost() {}

  /**
   * Empty ones would be made, and served: not before somebody has looked. Whoever names one wants
   * that.
   */
  static void refuse(TenantFleet fleet) throws SQLException {
    List<Tenant> lost =
        fleet.only().isEmpty() ? new LostDatabases(fleet.registry()).all() : List.of();
    if (lost.isEmpty()) {
      return;
    }
    Tenant first = lost.getFirst();
    throw new CommandFailure(
        ExitCode.FAILED,
        "%s (%s) had a database that is not there now: %s; nothing was changed"
            .formatted(Amount.of(lost.size(), "tenant"), names(lost), TenantLines.place(first)),
        "where the server is another one than it was, mend "
            + first.database().map(own -> setting(own.server())).orElse("")
            + "\nan empty one is made by  "
            + fleet.command("upgrade")
            + " --tenant "
            + first.name());
  }

  private static String setting(ServerName server) {
    return server.equals(ServerName.MAIN) ? "POSTGRES_URL" : Servers.setting(server);
  }

  private static String names(List<Tenant> tenants) {
    return tenants.stream()
            .limit(NAMED)
            .map(tenant -> tenant.name().value())
            .collect(Collectors.joining(", "))
        + (tenants.size() > NAMED ? ", …" : "");
  }
}
