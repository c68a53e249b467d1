package shareddb.tenants.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

final class FleetDryRunTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aRehearsalRunsInEveryTargetTellsWhoWouldFailAndTakesAllBack() throws SQLException {
    FleetFixture fleet = fleet("trial", 8);
    fleet.up(FleetFixture.ONE);
    for (int number : List.of(2, 5)) {
      Sql.run(
          db.admin(),
          "INSERT INTO " + fleet.target(number).schema().quoted("notes") + " (body) VALUES ('')");
    }
    Sql.run(db.admin(), "DROP SCHEMA " + fleet.target(8).schema().quoted() + " CASCADE");
    fleet
        .folder()
        .up("3__not_empty", FleetPlanTest.alter("ADD CONSTRAINT no_empty CHECK (body <> '')"))
        .up(
            "4__late",
            FleetPlanTest.alter("ADD CONSTRAINT late UNIQUE (body) DEFERRABLE INITIALLY DEFERRED"));

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
    assertThat(Sql.text(db.admin(), "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'end %_api'"))
        .isEqualTo("0");
    fleet
        .folder()
        .up(
            "3__once",
            FleetPlanTest.alter("ADD CONSTRAINT once UNIQUE (body) DEFERRABLE INITIALLY DEFERRED"))
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
          rehearsed(
              fleet,
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
    String pending =
        ((FleetPlan.Ways) FleetPlanTest.plan(fleet, FleetPlanTest.UP))
            .ways()
            .getFirst()
            .sql()
            .orElseThrow();
    try (Connection other = db.connect()) {
      long lock = HistoryLock.key(fleet.target(1));
      Query.execute(other, "SELECT pg_advisory_lock(" + lock + ")");
      FleetDryRunResult.Tried tried =
          rehearsed(
              fleet,
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
    Sql.run(db.admin(), "DROP SCHEMA " + fleet.target(1).schema().quoted() + " CASCADE");
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
    assertThat(
            ((FleetPlan.Ways) FleetPlanTest.plan(fleet, FleetPlanTest.UP)).ways().getFirst().sql())
        .isEmpty();
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }

  private static FleetDryRunResult.Tried rehearsed(FleetFixture fleet, OptionalInt sample)
      throws SQLException {
    return rehearsed(fleet, FleetOptions.USUAL, sample, FleetListener.SILENT);
  }

  private static FleetDryRunResult.Tried rehearsed(
      FleetFixture fleet, FleetOptions options, OptionalInt sample, FleetListener listener)
      throws SQLException {
    return (FleetDryRunResult.Tried)
        FleetDryRun.run(
            fleet.folder().track(),
            FleetTargets.of(fleet.members()),
            FleetPlanTest.UP,
            options,
            sample,
            listener);
  }
}
