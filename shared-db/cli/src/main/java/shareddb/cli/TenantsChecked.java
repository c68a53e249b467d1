package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import shareddb.fleet.FleetDrift;
import shareddb.names.TenantName;
import shareddb.tenants.Unfinished;

/** All tenants looked at, whichever command asks for it. */
record TenantsChecked(TenantFleet fleet, JsonOption json, Surroundings surroundings) {

  /** It differs as soon as one tenant is not as it should be. */
  ExitCode status() throws SQLException {
    TenantsStatus status =
        ProgressLine.during(
            "looking at all tenants", surroundings.terminal(), p -> TenantsStatus.of(fleet));
    TenantsStatusLines lines = new TenantsStatusLines(status, surroundings.terminal());
    json.tell(surroundings.terminal(), () -> lines.json(), () -> lines.print());
    return status.asItShouldBe() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  ExitCode drift() throws SQLException {
    FleetDrift drift =
        ProgressLine.during(
            "comparing all tenants with what their track makes",
            surroundings.terminal(),
            progress -> FleetDrift.of(fleet.track(), fleet.members()));
    List<TenantName> unfinished =
        fleet.only().isEmpty() ? Unfinished.names(fleet.registry()) : List.of();
    TenantsDriftLines lines =
        new TenantsDriftLines(fleet, drift, unfinished, surroundings.terminal());
    json.tell(surroundings.terminal(), () -> lines.json(), () -> lines.print());
    return drift.isNone() && unfinished.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }
}
