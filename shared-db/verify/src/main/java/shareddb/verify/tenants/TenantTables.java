package shareddb.verify.tenants;

import java.sql.SQLException;
import java.util.List;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.verify.checks.Check;
import shareddb.verify.checks.CheckContext;
import shareddb.verify.checks.CheckOutcome;

/** Checks that each tenant's schema equals what the migrations make. */
public final class TenantTables implements Check {

  @Override
  public String title() {
    return "no drift";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    FleetDrift drift = FleetDrift.of(scene.subject().track(), scene.registry().members());
    List<FleetTarget> drifted = drift.drifted().stream().map(FleetDrift.Drifted::member).toList();
    return drifted.isEmpty()
        ? new CheckOutcome.Ok(drift.compared() + " compared with what the migrations make")
        : new CheckOutcome.Failed(
            "not what the migrations make: " + SomeTenants.of(drifted),
            scene.subject().command("drift") + " --tenant " + drifted.getFirst());
  }
}
