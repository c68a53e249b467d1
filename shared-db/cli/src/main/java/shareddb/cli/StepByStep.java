package shareddb.cli;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.fleet.FleetMove;
import shareddb.fleet.FleetPlan;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Plan;
import shareddb.migrate.UpgradePlan;

/** What is run in a tenant that cannot be moved in one transaction. */
record StepByStep(TenantsMove asked, Chosen tenant) {

  String sql(FleetPlan.Way way) throws SQLException {
    Plan<?> plan =
        switch (asked.move()) {
          case FleetMove.Up up ->
              UpgradePlan.of(
                      tenant.track().readAll(), tenant.target(), Optional.of(way.to()), false)
                  .show(tenant.target());
          case FleetMove.Down(var downTo) ->
              DowngradePlan.of(
                      tenant.track().readAll(), tenant.target(), new DowngradeTo.TheVersion(downTo))
                  .show(tenant.target());
        };
    return switch (plan) {
      case Plan.Ended<?> meanwhile -> "-- another session has moved it meanwhile";
      case Plan.Scripts<?> scripts -> DryRunSql.of(scripts, dryRun());
    };
  }

  private DryRun dryRun() {
    return new DryRun(
        asked.command(), tenant, asked.surroundings(), asked.json(), asked.patience());
  }
}
