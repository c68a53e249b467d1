package shareddb.tenants.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.run.FleetFixture;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.testing.TestDatabase;

final class FleetPlanTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  static final FleetDirection UP = new FleetDirection.Up(Optional.empty());

  @TempDir private Path temporary;

  @Test
  void aPlanHasTheExactScriptOfEachWayOnceAndChangesNothing() throws SQLException {
    FleetFixture fleet = fleet("plan", 6);
    fleet.up(FleetFixture.ONE);
    move(fleet, List.of(1, 2), FleetFixture.TWO);
    run("DROP SCHEMA " + fleet.target(6).schema().quoted() + " CASCADE");
    run("UPDATE " + fleet.target(5).historyTable() + " SET checksum = 1 WHERE version = '1'");
    fleet.folder().up("3__color", alter("ADD COLUMN color text"));

    FleetPlan.Ways plan = (FleetPlan.Ways) plan(fleet, UP);

    assertThat(plan.members()).isEqualTo(6);
    assertThat(plan.behind()).isEqualTo(5);
    assertThat(plan.ways())
        .extracting(way -> way.from() + "-" + way.to() + " " + way.members() + " " + way.isNew())
        .containsExactly("2-3 [m1, m2] false", "1-3 [m3, m4] false", "0-3 [m6] true");
    assertThat(plan.stuck())
        .singleElement()
        .satisfies(stuck -> assertThat(stuck.reason()).contains("V1__notes.sql was edited"));
    run(plan.ways().getFirst().sql().orElseThrow());
    assertThat(fleet.status().positions())
        .hasEntrySatisfying(
            fleet.members().getFirst(),
            position -> assertThat(position.current()).isEqualTo(FleetFixture.THREE));
    assertThat(fleet.status().behind()).hasSize(5);
  }

  @Test
  void aPlanEndsAsTheMoveWould() throws SQLException {
    FleetFixture fleet = fleet("ends", 2);
    fleet.up();
    FleetDirection beyond = new FleetDirection.Up(Optional.of(Version.parse("9")));
    FleetDirection down = new FleetDirection.Down(FleetFixture.ONE);
    for (FleetDirection move : List.of(UP, beyond)) {
      assertThat(((FleetPlan.Ended) plan(fleet, move)).result()).isEqualTo(run(fleet, move));
    }
    fleet.folder().delete("undo/U2__add_author.sql");
    assertThat(((FleetPlan.Ended) plan(fleet, down)).result()).isEqualTo(run(fleet, down));
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }

  static FleetPlan plan(FleetFixture fleet, FleetDirection move) throws SQLException {
    return FleetPlan.of(fleet.folder().track(), FleetTargets.of(fleet.members()), move);
  }

  private static FleetResult run(FleetFixture fleet, FleetDirection move) throws SQLException {
    return move.run(
        db.admin(),
        fleet.folder().track(),
        FleetTargets.of(fleet.members()),
        FleetOptions.USUAL,
        FleetListener.SILENT);
  }

  private static void move(FleetFixture fleet, List<Integer> numbers, Version to)
      throws SQLException {
    FleetTargets some =
        FleetTargets.of(numbers.stream().map(n -> fleet.members().get(n - 1)).toList());
    new FleetDirection.Up(Optional.of(to))
        .run(db.admin(), fleet.folder().track(), some, FleetOptions.USUAL, FleetListener.SILENT);
  }

  static String alter(String what) {
    return "ALTER TABLE \"${flyway:defaultSchema}\".notes " + what + ";";
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
