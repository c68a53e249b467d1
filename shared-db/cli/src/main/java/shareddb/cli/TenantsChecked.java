package shareddb.cli;

import java.sql.SQLException;
import shareddb.fleet.FleetDrift;

/** All tenants looked at, whichever command asks for it. */
record TenantsChecked(TenantFleet fleet, JsonOption json, Surroundings surroundings) {

  /** Wrong ones differ; whether those do that are only behind is for the caller to say. */
  ExitCode status(Pending pending) throws SQLException {
    TenantsStatus status =
        ProgressLine.during(
            "looking at all tenants", surroundings.terminal(), p -> TenantsStatus.of(fleet));
    TenantsStatusLines lines = new TenantsStatusLines(status, surroundings.terminal());
    if (json.wanted()) {
      surroundings.terminal().print(lines.json());
    } else {
      lines.print();
    }
    boolean differs =
        !status.wrong().isEmpty()
            || !status.lost().isEmpty()
            || (pending == Pending.DIFFERS && !status.asItShouldBe());
    return differs ? ExitCode.DIFFERS : ExitCode.DONE;
  }

  ExitCode drift() throws SQLException {
    FleetDrift drift =
        ProgressLine.during(
            "comparing all tenants with what their track makes",
            surroundings.terminal(),
            progress -> FleetDrift.of(fleet.track(), fleet.members()));
    TenantsDriftLines lines = new TenantsDriftLines(fleet, drift, surroundings.terminal());
    if (json.wanted()) {
      surroundings.terminal().print(lines.json());
    } else {
      lines.print();
    }
    return drift.isNone() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  /** Whether what is only behind is as it should be. */
  enum Pending {
    DIFFERS,
    IS_FINE
  }
}
