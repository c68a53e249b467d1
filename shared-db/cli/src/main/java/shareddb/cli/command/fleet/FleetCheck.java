package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.selection.TenantFleet;
import shareddb.tenants.fleet.survey.FleetDrift;

/** Checks all tenants: their status, or their drift. */
public record FleetCheck(TenantFleet fleet, JsonOption json, CommandContext context) {

  /**
   * Prints the status. The exit code is {@code DIFFERS} as soon as one tenant is not as it should
   * be.
   */
  public ExitCode status() throws SQLException {
    FleetState status =
        ProgressLine.during(
            "looking at all tenants", context.terminal(), p -> FleetState.of(fleet));
    FleetStatusText lines = new FleetStatusText(status, context.terminal());
    json.tell(context.terminal(), () -> lines.json(), () -> lines.print());
    return status.asItShouldBe() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  public ExitCode drift() throws SQLException {
    FleetDrift drift =
        ProgressLine.during(
            "comparing all tenants with what their track makes",
            context.terminal(),
            progress -> FleetDrift.of(fleet.track(), fleet.members()));
    List<TenantName> unfinished = fleet.unfinished();
    FleetDriftText lines = new FleetDriftText(fleet, drift, unfinished, context.terminal());
    json.tell(context.terminal(), () -> lines.json(), () -> lines.print());
    return drift.isNone() && unfinished.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }
}
