package shareddb.verify.tenants;

import java.sql.SQLException;
import java.util.List;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.verify.checks.Check;
import shareddb.verify.checks.CheckContext;
import shareddb.verify.checks.CheckOutcome;

/** Checks that each tenant's history matches the files as they were applied. */
public final class TenantHistories implements Check {

  @Override
  public String title() {
    return "files as applied";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    List<FleetTarget> wrong = scene.tenants().wrong();
    return wrong.isEmpty()
        ? new CheckOutcome.Ok("in each tenant's history")
        : new CheckOutcome.Failed(
            "history and files do not fit in " + SomeTenants.of(wrong),
            scene.subject().command("current") + " --tenant " + wrong.getFirst() + "     says why");
  }
}
