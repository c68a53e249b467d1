package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.result.DryRunSql;
import shareddb.cli.result.DryRunText;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.UpgradePlan;
import shareddb.migrate.script.Plan;
import shareddb.tenants.fleet.FleetDirection;
import shareddb.tenants.fleet.FleetPlan;

/** The script for a tenant that cannot be upgraded or downgraded in one transaction. */
record SingleTargetDryRun(FleetOperation asked, SelectedTarget tenant) {

  String sql(FleetPlan.Way way) throws SQLException {
    Plan<?> plan =
        switch (asked.move()) {
          case FleetDirection.Up up ->
              UpgradePlan.of(
                      tenant.track().readAll(), tenant.target(), Optional.of(way.to()), false)
                  .show(tenant.target());
          case FleetDirection.Down(var downTo) ->
              DowngradePlan.of(
                      tenant.track().readAll(), tenant.target(), new DowngradeTo.TheVersion(downTo))
                  .show(tenant.target());
        };
    return switch (plan) {
      case Plan.Ended<?> meanwhile -> "-- another session has moved it meanwhile";
      case Plan.Scripts<?> scripts -> DryRunSql.of(scripts, dryRun());
    };
  }

  private DryRunText dryRun() {
    return new DryRunText(asked.command(), tenant, asked.context(), asked.json(), asked.patience());
  }
}
