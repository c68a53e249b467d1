package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.JournalState;
import shareddb.migrate.journal.RunJournal;
import shareddb.migrate.journal.RunTarget;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** What breaks in the middle of a run. */
@Tag("long")
final class FleetBrokenTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aConnectionThatBreaksCostsNothingButTime() throws SQLException {
    FleetFixture fleet = fleet("broken", 30);
    fleet.up(FleetFixture.ONE);
    AtomicInteger done = new AtomicInteger();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL.withConnections(1),
            event -> {
              if (event instanceof FleetEvent.TargetDone && done.incrementAndGet() == 5) {
                endSessions(
                    "NOT IN (SELECT session_pid FROM workshop.runs WHERE ended_at IS NULL)");
              }
            });
    assertThat(FleetFixture.done(result).moved()).isEqualTo(30);
    fleet.assertEachScriptRanOnce(3);
  }

  @Test
  void whatWasCommittedOnAConnectionThatBrokeIsLookedAtAgain() throws SQLException {
    FleetFixture fleet = fleet("doubt", 50);
    fleet.up(FleetFixture.ONE);
    for (int number : List.of(22, 35, 48)) {
      fleet.run(number, "INSERT INTO %s (body) VALUES ('break')");
    }
    fleet
        .folder()
        .up(
            "3__breaks",
            "SELECT pg_terminate_backend(pg_backend_pid()) FROM"
                + " \"${flyway:defaultSchema}\".notes;");
    Map<String, TargetOutcome> outcomes = new TreeMap<>();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL.withConnections(1),
            event -> {
              if (event instanceof FleetEvent.TargetDone(TargetOutcome outcome)) {
                outcomes.put(outcome.member().label(), outcome);
              }
            });
    assertThat(FleetFixture.done(result).moved()).isEqualTo(47);
    // Those that went together with one of the three, and before it.
    assertThat(outcomes.values())
        .filteredOn(
            outcome ->
                outcome instanceof TargetOutcome.Moved moved
                    && moved.how() == TargetOutcome.How.BY_OTHERS)
        .hasSizeBetween(1, 45);
    assertThat(FleetFixture.done(result).failed())
        .allSatisfy(failed -> assertThat(failed.to()).isEqualTo(FleetFixture.ONE))
        .extracting(failed -> failed.member().label())
        .containsExactlyInAnyOrder("m22", "m35", "m48");
    assertThat(fleet.status().versions())
        .isEqualTo(Map.of(FleetFixture.ONE, 3L, FleetFixture.THREE, 47L));
  }

  @Test
  void aRunThatWasStoppedIsGoneOnWithAndNoStateIsUnknown() throws SQLException {
    FleetFixture fleet = fleet("stopped", 50);
    fleet.up(FleetFixture.ONE);
    AtomicInteger done = new AtomicInteger();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL.withConnections(1),
            event -> {
              if (event instanceof FleetEvent.TargetDone && done.incrementAndGet() == 20) {
                endSessions("IS NOT NULL");
                throw new IllegalStateException("the tool is killed");
              }
            });
    assertThat(result).isInstanceOf(FleetResult.Interrupted.class);
    FleetRunEntry stopped = fleet.newestRun();
    assertThat(stopped.state()).isEqualTo(JournalState.UNFINISHED);
    assertThat(stopped.targets()).isEqualTo(50);

    List<FleetEvent> events = new ArrayList<>();
    FleetResult.Tally tally = FleetFixture.done(fleet.up(FleetOptions.USUAL, events::add));

    assertThat(tally.moved()).isBetween(15, 30);
    assertThat(events)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        FleetEvent.GoesOn.class,
                        on -> assertThat(on.stopped()).isEqualTo(stopped.id())));
    assertThat(new RunJournal(db.admin()).targets(stopped.id()))
        .extracting(RunTarget::status)
        .containsOnly(RunTarget.Status.DONE, RunTarget.Status.LEFT)
        .filteredOn(RunTarget.Status.DONE::equals)
        .hasSizeGreaterThanOrEqualTo(20);
    fleet.assertEachScriptRanOnce(3);
  }

  @Test
  void aRunThatIsInterruptedWritesDownAllThatItDid() throws SQLException {
    FleetFixture fleet = fleet("interrupted", 40);
    Thread runner = Thread.currentThread();
    AtomicInteger done = new AtomicInteger();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL.withConnections(1),
            event -> {
              if (event instanceof FleetEvent.TargetDone && done.incrementAndGet() == 5) {
                runner.interrupt();
                awaitHeard(runner);
              }
            });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isInstanceOf(FleetResult.Interrupted.class);
    assertThat(new RunJournal(db.admin()).targets(fleet.newestRun().id()))
        .extracting(RunTarget::status)
        .filteredOn(RunTarget.Status.DONE::equals)
        .hasSize(done.get())
        .hasSizeBetween(5, 39);
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }

  /** Waits until the thread has cleared its own interrupt flag. */
  private static void awaitHeard(Thread interrupted) {
    long start = System.nanoTime();
    while (interrupted.isInterrupted() && System.nanoTime() - start < 10_000_000_000L) {
      Thread.onSpinWait();
    }
  }

  /** All but the one that asks. */
  private static void endSessions(String which) {
    try {
      Sql.run(
          db.admin(),
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid "
              + which);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
