package shareddb.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.CoreDatabase;
import shareddb.journal.Run;
import shareddb.journal.RunTarget;
import shareddb.journal.Runs;
import shareddb.journal.State;
import shareddb.migrate.HistoryLock;
import shareddb.migrate.Sql;
import shareddb.track.Version;

final class FleetUpgradeTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  private static final Version ONE = FleetFixture.ONE;
  private static final Version TWO = FleetFixture.TWO;
  private static final Version THREE = FleetFixture.THREE;

  @TempDir private Path temporary;

  @Test
  void whoseDataDoNotFitKeepTheirVersionWholeAndAreTheOnlyOnesTriedAgain() throws SQLException {
    FleetFixture fleet = fleet("data", 50);
    fleet.up();
    for (int number : List.of(7, 23, 41)) {
      run(fleet, number, "INSERT INTO %s (body) VALUES ('')");
    }
    fleet.folder().up("3__log", alter("ADD COLUMN c int"));
    fleet.folder().up("4__not_empty", alter("ADD CONSTRAINT no_empty CHECK (body <> '')"));

    FleetResult.Tally tally = done(fleet.up());

    assertThat(tally.moved()).isEqualTo(47);
    assertThat(tally.failed())
        .extracting(failed -> failed.member().label())
        .containsExactlyInAnyOrder("m7", "m23", "m41");
    assertThat(tally.failed())
        .allSatisfy(
            failed -> {
              assertThat(failed.to()).isEqualTo(TWO);
              assertThat(failed.reason())
                  .isEqualTo(
                      "V4__not_empty.sql: check constraint \"no_empty\" of relation \"notes\" is"
                          + " violated by some row (SQLSTATE 23514)");
            });
    assertThat(fleet.status().versions()).isEqualTo(Map.of(TWO, 3L, Version.parse("4"), 47L));
    assertThat(newestRun().state()).isEqualTo(State.FAILED);

    run(fleet, 7, "UPDATE %s SET body = 'full'");
    run(fleet, 23, "UPDATE %s SET body = 'full'");
    run(fleet, 41, "UPDATE %s SET body = 'full'");
    FleetResult.Tally again = done(fleet.up());
    assertThat(again.moved()).isEqualTo(3);
    assertThat(new Runs(db.login()).targets(again.run()))
        .extracting(RunTarget::label)
        .containsExactlyInAnyOrder("m7", "m23", "m41");
    assertThat(fleet.up()).isEqualTo(new FleetResult.NothingToDo(50, Version.parse("4")));
  }

  @Test
  void aTargetInUseDelaysOnlyItself() throws Exception {
    FleetFixture fleet = fleet("busy", 12);
    fleet.up(ONE);
    CountDownLatch others = new CountDownLatch(12);
    List<String> waits = new ArrayList<>();
    try (Connection user = db.connect();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("SELECT FROM " + fleet.target(1).schema().quoted("notes"));
      CompletableFuture<FleetResult> run =
          async(
              fleet,
              event -> {
                if (event instanceof FleetEvent.TargetDone) {
                  others.countDown();
                } else if (event instanceof FleetEvent.TargetWaits wait) {
                  waits.add(wait.member() + ": " + wait.why());
                  others.countDown();
                }
              });
      assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(run).isNotDone();
      assertThat(waits).hasSize(1).first().asString().contains("m1: workshop of user", "idle in");
      user.rollback();
      assertThat(done(run.get(30, TimeUnit.SECONDS)).moved()).isEqualTo(12);
    }
  }

  @Test
  void whoeverWorksOnATargetWithFlywayHasItForHimself() throws SQLException {
    FleetFixture fleet = fleet("flyway", 6);
    fleet.up(ONE);
    try (Connection flyway = db.connect()) {
      assertThat(HistoryLock.take(flyway, fleet.target(2))).isEmpty();
      FleetOptions impatient = FleetOptions.USUAL.withPatience(Duration.ofMillis(100));
      FleetResult.Tally tally = done(fleet.up(impatient, FleetListener.SILENT));
      assertThat(tally.moved()).isEqualTo(5);
      assertThat(tally.failed())
          .singleElement()
          .satisfies(
              failed -> {
                assertThat(failed.member().label()).isEqualTo("m2");
                assertThat(failed.to()).isEqualTo(ONE);
                assertThat(failed.reason()).contains("workshop of user", "held a lock");
              });
    }
    assertThat(done(fleet.up()).moved()).isEqualTo(1);
  }

  @Test
  void aScriptThatResetsEverythingIsAppliedAllTheSame() throws SQLException {
    FleetFixture fleet = fleet("resets", 2);
    fleet.folder().up("3__resets", "RESET ALL;");
    assertThat(done(fleet.up()).moved()).isEqualTo(2);
  }

  @Test
  void aConnectionThatBreaksCostsNothingButTime() throws SQLException {
    FleetFixture fleet = fleet("broken", 30);
    fleet.up(ONE);
    AtomicInteger done = new AtomicInteger();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL,
            event -> {
              if (event instanceof FleetEvent.TargetDone && done.incrementAndGet() == 5) {
                endSessions(
                    "NOT IN (SELECT session_pid FROM workshop.runs WHERE ended_at IS NULL)");
              }
            });
    assertThat(done(result).moved()).isEqualTo(30);
    assertEachScriptRanOnce(fleet, 3);
  }

  @Test
  void aRunThatWasStoppedIsGoneOnWithAndNoStateIsUnknown() throws SQLException {
    FleetFixture fleet = fleet("stopped", 50);
    fleet.up(ONE);
    AtomicInteger done = new AtomicInteger();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL,
            event -> {
              if (event instanceof FleetEvent.TargetDone && done.incrementAndGet() == 20) {
                endSessions("IS NOT NULL");
                throw new IllegalStateException("the tool is killed");
              }
            });
    assertThat(result).isInstanceOf(FleetResult.Interrupted.class);
    Run stopped = newestRun();
    assertThat(stopped.state()).isEqualTo(State.UNFINISHED);
    assertThat(stopped.targets()).isEqualTo(50);

    List<FleetEvent> events = new ArrayList<>();
    FleetResult.Tally tally = done(fleet.up(FleetOptions.USUAL, events::add));

    assertThat(tally.moved()).isBetween(15, 30);
    assertThat(events)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        FleetEvent.GoesOn.class,
                        on -> assertThat(on.stopped()).isEqualTo(stopped.id())));
    assertThat(new Runs(db.login()).targets(stopped.id()))
        .extracting(RunTarget::status)
        .containsOnly(RunTarget.Status.DONE, RunTarget.Status.LEFT)
        .filteredOn(RunTarget.Status.DONE::equals)
        .hasSizeGreaterThanOrEqualTo(20);
    assertEachScriptRanOnce(fleet, 3);
  }

  @Test
  void twoAtOnceMoveNothingTwice() throws Exception {
    FleetFixture fleet = fleet("twice", 40);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    CompletableFuture<FleetResult> first =
        async(
            fleet,
            event -> {
              if (event instanceof FleetEvent.Begins) {
                begun.countDown();
                await(refused);
              }
            });
    await(begun);
    FleetResult second = fleet.up();
    refused.countDown();
    assertThat(second)
        .isInstanceOfSatisfying(
            FleetResult.Occupied.class,
            occupied -> assertThat(occupied.run().orElseThrow().targets()).isEqualTo(40));
    assertThat(done(first.get(60, TimeUnit.SECONDS)).moved()).isEqualTo(40);
    assertEachScriptRanOnce(fleet, 3);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFewComeFirstAndKeepTheOthersFromTheirFate() throws SQLException {
    FleetFixture fleet = fleet("canary", 12);
    fleet.up();
    run(fleet, 9, "INSERT INTO %s (body) VALUES ('')");
    fleet.folder().up("3__not_empty", alter("ADD CONSTRAINT no_empty CHECK (body <> '')"));
    Waves waves = new Waves(2, Set.of("m9"), new Waves.Halt.Never());

    assertThat(fleet.up(FleetOptions.USUAL.withWaves(waves), FleetListener.SILENT))
        .isInstanceOfSatisfying(
            FleetResult.Stopped.class,
            stopped -> {
              assertThat(stopped.tally().moved()).isLessThanOrEqualTo(2);
              assertThat(stopped.tally().left()).isGreaterThanOrEqualTo(9);
            });
    assertThat(fleet.status().versions().get(TWO)).isGreaterThanOrEqualTo(10L);
  }

  @Test
  void itStopsWhenTooManyFail() throws SQLException {
    FleetFixture fleet = fleet("halt", 20);
    fleet.up();
    fleet.folder().up("3__wrong", "SELECT nothing;");
    Waves waves = new Waves(0, Set.of(), new Waves.Halt.MoreThanPercent(10));

    assertThat(fleet.up(FleetOptions.USUAL.withWaves(waves), FleetListener.SILENT))
        .isInstanceOfSatisfying(
            FleetResult.Stopped.class,
            stopped -> {
              assertThat(stopped.allowed()).isEqualTo(2);
              assertThat(stopped.tally().failed()).hasSizeBetween(3, 6);
            });
    assertThat(newestRun().error().orElseThrow()).startsWith("stopped: ").endsWith(" failed");
  }

  @Test
  void whatCannotBeOneTransactionIsDoneOneByOne() throws SQLException {
    FleetFixture fleet = fleet("piecemeal", 3);
    fleet.up();
    fleet
        .folder()
        .up("3__index", "CREATE INDEX CONCURRENTLY i ON \"${flyway:defaultSchema}\".notes (body);");
    List<Outcome> outcomes = new ArrayList<>();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL,
            event -> {
              if (event instanceof FleetEvent.TargetDone(Outcome outcome)) {
                outcomes.add(outcome);
              }
            });
    assertThat(done(result).moved()).isEqualTo(3);
    assertThat(outcomes)
        .extracting(outcome -> ((Outcome.Moved) outcome).how())
        .containsOnly(Outcome.How.STEP_BY_STEP);
    assertThat(fleet.status().versions()).isEqualTo(Map.of(THREE, 3L));
  }

  @Test
  void aScriptThatCommitsByItselfIsNotSentInOneGo() throws SQLException {
    FleetFixture fleet = fleet("commits", 2);
    fleet.folder().up("3__commits", "SELECT 1; /* so */ COMMIT; SELECT nothing;");
    assertThat(done(fleet.up()).failed()).hasSize(2);
    assertThat(fleet.status().versions()).isEqualTo(Map.of(TWO, 2L));
  }

  @Test
  void whatAScriptSetsForItsSessionDoesNotReachTheNextTarget() throws SQLException {
    FleetFixture fleet = fleet("session", 6);
    fleet
        .folder()
        .up(
            "3__sets",
            """
            CREATE TABLE "${flyway:defaultSchema}".seen AS SELECT current_user AS who;
            CREATE TEMPORARY TABLE mine ();
            SET search_path = pg_catalog;
            SET ROLE "${api_role}";
            """);
    // The row of the history is written as the role that was set.
    fleet.folder().up("4__resets", "RESET ROLE; SET ROLE NONE;");
    assertThat(done(fleet.up()).failed()).hasSize(6);
    fleet.folder().delete("migrations/V3__sets.sql");
    fleet.folder().up("3__sets", "CREATE TEMPORARY TABLE mine (); SET search_path = pg_catalog;");
    assertThat(done(fleet.up()).moved()).isEqualTo(6);
  }

  @Test
  void moreConnectionsThanThereAreAreRefused() throws SQLException {
    FleetFixture fleet = fleet("budget", 2000);
    assertThat(fleet.up(FleetOptions.USUAL.withConnections(1500), FleetListener.SILENT))
        .isInstanceOfSatisfying(
            FleetResult.TooFewConnections.class, few -> assertThat(few.wanted()).isEqualTo(1502));
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.login(), temporary, prefix, count);
  }

  private static CompletableFuture<FleetResult> async(FleetFixture fleet, FleetListener listener) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return fleet.up(FleetOptions.USUAL, listener);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static FleetResult.Tally done(FleetResult result) {
    assertThat(result).isInstanceOf(FleetResult.Done.class);
    return ((FleetResult.Done) result).tally();
  }

  private static Run newestRun() throws SQLException {
    return new Runs(db.login()).newest(1).getFirst();
  }

  /** All but the one that asks. */
  private static void endSessions(String which) {
    try {
      Sql.run(
          db.login(),
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid "
              + which);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertEachScriptRanOnce(FleetFixture fleet, int rows) throws SQLException {
    assertThat(fleet.status().behind()).isEmpty();
    for (Member member : fleet.members()) {
      String sql = "SELECT count(*) FROM " + member.target().historyTable();
      assertThat(Sql.text(db.login(), sql)).isEqualTo(String.valueOf(rows));
    }
  }

  private static void run(FleetFixture fleet, int number, String sql) throws SQLException {
    Sql.run(db.login(), sql.formatted(fleet.target(number).schema().quoted("notes")));
  }

  private static String alter(String what) {
    return "ALTER TABLE \"${flyway:defaultSchema}\".notes " + what + ";";
  }
}
