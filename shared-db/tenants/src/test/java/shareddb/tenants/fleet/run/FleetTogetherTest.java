package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.testing.TestDatabase;

/** Targets that are sent together. */
final class FleetTogetherTest {

  private static final FleetOptions ONE_WORKER = FleetOptions.USUAL.withConnections(1);

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void whoIsInTroubleTakesNobodyAlong() throws SQLException {
    FleetFixture fleet = FleetFixture.of(db.admin(), temporary, "trouble", 50);
    fleet.up();
    for (int number : List.of(12, 22, 23, 35)) {
      fleet.run(number, "INSERT INTO %s (body) VALUES ('')");
    }
    fleet
        .folder()
        .up("3__not_empty", FleetFixture.alter("ADD CONSTRAINT no_empty CHECK (body <> '')"));
    List<TargetOutcome> moved = new ArrayList<>();

    FleetResult result = fleet.up(ONE_WORKER, event -> addMoved(event, moved));

    assertThat(FleetFixture.done(result).failed())
        .extracting(failed -> failed.member().label())
        .containsExactly("m12", "m22", "m23", "m35");
    assertThat(moved)
        .hasSize(46)
        .allSatisfy(
            outcome ->
                assertThat(((TargetOutcome.Moved) outcome).how())
                    .isEqualTo(TargetOutcome.How.IN_ONE_GO));
    assertThat(fleet.status().versions())
        .isEqualTo(Map.of(FleetFixture.TWO, 4L, FleetFixture.THREE, 46L));
  }

  @Test
  void aNameThatOpensACommentDoesNotSwallowTheNextTarget() throws SQLException {
    FleetFixture fleet =
        FleetFixture.of(db.admin(), temporary, "comment", 20).and("opens /*").and("closes */--");
    fleet.up();
    fleet
        .folder()
        .up(
            "3__comment",
            FleetFixture.alter("ADD COLUMN c int") + " /* ${flyway:defaultSchema} */ SELECT 1;");

    FleetResult.Tally tally = FleetFixture.done(fleet.up(ONE_WORKER, FleetListener.SILENT));

    assertThat(tally.failed()).extracting(failed -> failed.member().label()).containsExactly("m21");
    assertThat(FleetDrift.of(fleet.folder().track(), FleetTargets.of(fleet.members())).drifted())
        .isEmpty();
    assertThat(fleet.status().versions())
        .isEqualTo(Map.of(FleetFixture.TWO, 1L, FleetFixture.THREE, 21L));
  }

  private static void addMoved(FleetEvent event, List<TargetOutcome> moved) {
    if (event instanceof FleetEvent.TargetDone(TargetOutcome.Moved outcome)) {
      moved.add(outcome);
    }
  }
}
