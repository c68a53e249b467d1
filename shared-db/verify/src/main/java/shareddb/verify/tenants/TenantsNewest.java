package shareddb.verify.tenants;

import java.sql.SQLException;
import java.util.List;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.verify.checks.Check;
import shareddb.verify.checks.CheckContext;
import shareddb.verify.checks.CheckOutcome;

/** Checks that no migration is pending for any tenant. */
public final class TenantsNewest implements Check {

  @Override
  public String title() {
    return "newest version";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    List<FleetTarget> behind = scene.tenants().behind();
    return behind.isEmpty()
        ? new CheckOutcome.Ok("all at " + scene.subject().track().read().getLast().version())
        : new CheckOutcome.Failed(
            behind.size() + " behind: " + SomeTenants.of(behind),
            scene.subject().command("upgrade"));
  }
}
