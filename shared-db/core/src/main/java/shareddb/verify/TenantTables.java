package shareddb.verify;

import java.sql.SQLException;
import java.util.List;
import shareddb.fleet.FleetDrift;
import shareddb.fleet.Member;

/** What is in each tenant's schema is what the migrations make. */
final class TenantTables implements Check {

  @Override
  public String title() {
    return "no drift";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    FleetDrift drift = FleetDrift.of(scene.subject().track(), scene.registry().members());
    List<Member> drifted = drift.drifted().stream().map(FleetDrift.Drifted::member).toList();
    return drifted.isEmpty()
        ? new Outcome.Ok(drift.compared() + " compared with what the migrations make")
        : new Outcome.Failed(
            "not what the migrations make: " + TenantNames.of(drifted),
            scene.subject().command("drift") + " --tenant " + drifted.getFirst());
  }
}
