package shareddb.tenants.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Version;
import shareddb.migrate.lock.HistoryLock;
import shareddb.tenants.fleet.run.FleetFixture;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.testing.TestDatabase;

final class FleetPlanTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final FleetDirection UP = new FleetDirection.Up(Optional.empty());

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

  @Test
  void aRehearsalRunsInEveryTargetTellsWhoWouldFailAndTakesAllBack() throws SQLException {
    FleetFixture fleet = fleet("trial", 8);
    fleet.up(FleetFixture.ONE);
    for (int number : List.of(2, 5)) {
      run("INSERT INTO " + fleet.target(number).schema().quoted("notes") + " (body) VALUES ('')");
    }
    run("DROP SCHEMA " + fleet.target(8).schema().quoted() + " CASCADE");
    fleet
        .folder()
        .up("3__not_empty", alter("ADD CONSTRAINT no_empty CHECK (body <> '')"))
        .up("4__late", alter("ADD CONSTRAINT late UNIQUE (body) DEFERRABLE INITIALLY DEFERRED"));

    FleetDryRunResult.Tried tried = rehearsed(fleet, OptionalInt.empty());

    assertThat(tried.behind()).isEqualTo(8);
    assertThat(tried.passed()).hasSize(6);
    assertThat(tried.failed())
        .allSatisfy(failed -> assertThat(failed.reason()).startsWith("V3__not_empty.sql: check"))
        .extracting(failed -> failed.member().label())
        .containsExactlyInAnyOrder("m2", "m5");
    assertThat(fleet.status().versions()).isEqualTo(Map.of(Version.NONE, 1L, FleetFixture.ONE, 7L));
  }

  @Test
  void aRehearsalMakesNoRoleThatStaysAndFindsWhatIsCheckedAtTheVeryEnd() throws SQLException {
    FleetFixture fleet = fleet("end", 2);
    assertThat(rehearsed(fleet, OptionalInt.empty()).passed()).hasSize(2);
    assertThat(roles("end %_api")).isZero();
    fleet
        .folder()
        .up("3__once", alter("ADD CONSTRAINT once UNIQUE (body) DEFERRABLE INITIALLY DEFERRED"))
        .up(
            "4__twice",
            "INSERT INTO \"${flyway:defaultSchema}\".notes (body) VALUES ('a'), ('a');");
    assertThat(rehearsed(fleet, OptionalInt.empty()).failed())
        .hasSize(2)
        .allSatisfy(failed -> assertThat(failed.reason()).contains("(SQLSTATE 23505)"));
  }

  @Test
  void whoIsInUseIsTriedAgainUntilPatienceEnds() throws SQLException {
    FleetFixture fleet = fleet("busy", 2);
    fleet.up(FleetFixture.ONE);
    try (Connection other = db.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE " + fleet.target(1).schema().quoted("notes"));
      FleetDryRunResult.Tried tried =
          (FleetDryRunResult.Tried)
              FleetDryRun.run(
                  fleet.folder().track(),
                  FleetTargets.of(fleet.members()),
                  UP,
                  FleetOptions.USUAL.withPatience(Duration.ofMillis(100)),
                  OptionalInt.empty(),
                  FleetListener.SILENT);
      assertThat(tried.passed()).hasSize(1);
      assertThat(tried.failed())
          .singleElement()
          .satisfies(failed -> assertThat(failed.reason()).contains("holds a lock"));
    }
  }

  @Test
  void whatAnotherSessionAppliesWhileARehearsalWaitsIsNotAppliedOnceMore() throws SQLException {
    FleetFixture fleet = fleet("meanwhile", 1);
    fleet.up(FleetFixture.ONE);
    String pending = ((FleetPlan.Ways) plan(fleet, UP)).ways().getFirst().sql().orElseThrow();
    try (Connection other = db.connect()) {
      long lock = HistoryLock.key(fleet.target(1));
      Query.execute(other, "SELECT pg_advisory_lock(" + lock + ")");
      FleetDryRunResult.Tried tried =
          (FleetDryRunResult.Tried)
              FleetDryRun.run(
                  fleet.folder().track(),
                  FleetTargets.of(fleet.members()),
                  UP,
                  FleetOptions.USUAL,
                  OptionalInt.empty(),
                  event -> {
                    if (event instanceof FleetEvent.TargetWaits) {
                      moveAndUnlock(other, pending, lock);
                    }
                  });
      assertThat(tried.failed()).isEmpty();
      assertThat(tried.passed())
          .singleElement()
          .satisfies(passed -> assertThat(passed.how()).isEqualTo(TargetOutcome.How.BY_OTHERS));
    }
  }

  private static void moveAndUnlock(Connection other, String sql, long lock) {
    try {
      Query.execute(other, sql);
      Query.execute(other, "SELECT pg_advisory_unlock(" + lock + ")");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSampleHasSomeOfEachKind() throws SQLException {
    FleetFixture fleet = fleet("sample", 9);
    fleet.up(FleetFixture.ONE);
    run("DROP SCHEMA " + fleet.target(1).schema().quoted() + " CASCADE");
    FleetDryRunResult.Tried tried = rehearsed(fleet, OptionalInt.of(3));
    assertThat(tried.behind()).isEqualTo(9);
    assertThat(tried.passed()).extracting(TargetOutcome.Moved::from).contains(Version.NONE);
    assertThat(tried.passed()).hasSize(3);
  }

  @Test
  void whatCannotBeTakenBackIsNotTried() throws SQLException {
    FleetFixture fleet = fleet("untried", 2);
    fleet.up();
    fleet
        .folder()
        .up("3__index", "CREATE INDEX CONCURRENTLY i ON \"${flyway:defaultSchema}\".notes (body)");
    FleetDryRunResult.Tried tried = rehearsed(fleet, OptionalInt.empty());
    assertThat(tried.untried()).isEqualTo(2);
    assertThat(tried.passed()).isEmpty();
    assertThat(((FleetPlan.Ways) plan(fleet, UP)).ways().getFirst().sql()).isEmpty();
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }

  private static FleetPlan plan(FleetFixture fleet, FleetDirection move) throws SQLException {
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

  private static FleetDryRunResult.Tried rehearsed(FleetFixture fleet, OptionalInt sample)
      throws SQLException {
    return (FleetDryRunResult.Tried)
        FleetDryRun.run(
            fleet.folder().track(),
            FleetTargets.of(fleet.members()),
            UP,
            FleetOptions.USUAL,
            sample,
            FleetListener.SILENT);
  }

  private static String alter(String what) {
    return "ALTER TABLE \"${flyway:defaultSchema}\".notes " + what + ";";
  }

  private static int roles(String like) throws SQLException {
    try (Connection connection = db.connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM pg_roles WHERE rolname LIKE ?")) {
      statement.setString(1, like);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : -1;
      }
    }
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
