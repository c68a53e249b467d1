package shareddb.tenants.fleet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.trial.TrialFleet.Move;

/** Two operators who type the same in the same moment, and a third who uses Flyway itself. */
record TwoAtOnce(TrialFleet fleet) {

  void happen() throws Exception {
    fleet.move(Move.down(TrialTrack.PROVISIONED));
    Move up = Move.up(TrialTrack.NEWEST);
    Process one = TrialProcess.start(fleet, up);
    Process two = TrialProcess.start(fleet, up);
    int byFlyway = 0;
    try {
      List<FleetTarget> last = fleet.members().reversed();
      for (int i = 0; i < last.size() && (one.isAlive() || two.isAlive()); i++) {
        byFlyway += new Wholeness(fleet).flyway(last.get(i).target()).migrate().migrationsExecuted;
      }
      assertThat(one.waitFor(5, TimeUnit.MINUTES) && two.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(List.of(one.exitValue(), two.exitValue()))
          .contains(TrialProcess.DONE)
          .isSubsetOf(TrialProcess.DONE, TrialProcess.OCCUPIED);
    } finally {
      one.destroyForcibly();
      two.destroyForcibly();
    }
    assertThat(fleet.move(up)).isInstanceOf(FleetResult.NothingToDo.class);
    new Wholeness(fleet).allAt(TrialTrack.NEWEST);
    System.out.printf("  nothing was done twice; %d were moved by Flyway meanwhile%n", byFlyway);
  }
}
