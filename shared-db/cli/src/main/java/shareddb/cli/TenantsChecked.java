package shareddb.cli;

import java.sql.SQLException;
import shareddb.fleet.FleetDrift;

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
    TenantsDriftLines lines = new TenantsDriftLines(fleet, drift, surroundings.terminal());
    json.tell(surroundings.terminal(), () -> lines.json(), () -> lines.print());
    return drift.isNone() ? ExitCode.DONE : ExitCode.DIFFERS;
  }
}
