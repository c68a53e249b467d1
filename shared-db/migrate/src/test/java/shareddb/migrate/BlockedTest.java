package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.record.OperationListener;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** A forgotten transaction holds a lock that an operation needs. */
final class BlockedTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");

  @TempDir private Path temporary;

  @Test
  void anUpgradeThatIsGivenUpNamesWhoIsInTheWayAndLeavesNothing() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("blocked_up");
    Upgrade.run(track, target, ONE);
    Impatient caller = new Impatient();
    try (Connection forgotten = forgotten(target)) {
      assertThat(Upgrade.run(track, target, TWO, caller))
          .isInstanceOfSatisfying(
              UpgradeResult.Blocked.class,
              blocked -> {
                assertThat(blocked.current()).isEqualTo(ONE);
                assertThat(blocked.migration().orElseThrow().brings()).contains(TWO);
                assertForgotten(blocked.blocker(), forgotten, target);
              });
    }
    assertThat(caller.blockers).hasSize(1);
    assertThat(caller.begun).containsExactly("1 to 2");
    assertThat(Upgrade.run(track, target)).isInstanceOf(UpgradeResult.Upgraded.class);
  }

  @Test
  void aLockedHistoryIsNotWaitedForWithoutALimit() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("locked_history");
    Upgrade.run(track, target, ONE);
    try (Connection forgotten = locked(target)) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> CurrentState.of(track, target))
                  .isInstanceOf(SQLException.class)
                  .hasMessageContaining("history of \"locked_history\" cannot be read: workshop of")
                  .hasMessageContaining("(session " + pid(forgotten) + ") holds a lock: it is idle")
                  .hasMessageContaining("its query: LOCK TABLE"));
    }
  }

  @Test
  void everyOperationWaitsForALockedHistoryAsLongAsItsCallerDoes() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = target("locked_operations");
    Upgrade.run(folder.track(), target, ONE);
    List<Executable> operations =
        List.of(
            () -> Upgrade.run(folder.track(), target, TWO, new Impatient()),
            () -> Downgrade.run(folder.track(), target, new DowngradeTo.Steps(1), new Impatient()));
    try (Connection forgotten = locked(target)) {
      for (Executable operation : operations) {
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                assertThatThrownBy(operation::execute)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("(session " + pid(forgotten) + ") holds a lock"));
      }
    }
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(ONE);
  }

  @Test
  void nobodyElseWaitsLongBehindIt() throws Exception {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("not_queued");
    Upgrade.run(track, target, ONE);
    Impatient caller = new Impatient(Duration.ofSeconds(20));
    try (Connection forgotten = forgotten(target);
        Connection reader = db.connect();
        Statement statement = reader.createStatement()) {
      CompletableFuture<UpgradeResult> upgrade = upgrade(track, target, caller);
      awaitBlocker(caller);
      // Long enough to meet several tries, and never to wait for more than one of them.
      statement.execute("SET statement_timeout = '1500ms'");
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      while (System.nanoTime() < until) {
        statement.execute("SELECT count(*) FROM " + target.schema().quoted("notes"));
      }
      assertThat(upgrade).isNotDone();
      forgotten.rollback();
      assertThat(upgrade.get(20, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              UpgradeResult.Upgraded.class,
              up ->
                  assertThat(up.steps())
                      .extracting(step -> step.version().orElseThrow())
                      .containsExactly(TWO));
    }
  }

  @Test
  void whatWasAppliedBeforeIsToldOnceAfterTheWait() throws Exception {
    Track track =
        TrackFolder.withTwoVersions(temporary)
            .up("3__other", "ALTER TABLE \"blocked_other\".t ADD COLUMN c int;")
            .track();
    Sql.run(db.admin(), "CREATE SCHEMA blocked_other; CREATE TABLE blocked_other.t (id int)");
    Target target = target("late");
    Impatient caller = new Impatient(Duration.ofSeconds(20));
    try (Connection forgotten = db.connect();
        Statement statement = forgotten.createStatement()) {
      forgotten.setAutoCommit(false);
      statement.execute("SELECT FROM blocked_other.t");
      CompletableFuture<UpgradeResult> upgrade = upgrade(track, target, caller);
      awaitBlocker(caller);
      forgotten.rollback();
      assertThat(upgrade.get(20, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              UpgradeResult.Upgraded.class,
              up -> {
                assertThat(up.from()).isEqualTo(Version.NONE);
                assertThat(up.steps())
                    .extracting(step -> step.version().orElseThrow())
                    .containsExactly(ONE, TWO, Version.parse("3"));
              });
    }
  }

  @Test
  void aDowngradeThatIsGivenUpNamesWhoIsInTheWayAndLeavesItsVersionWhole() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("blocked_down");
    Upgrade.run(track, target);
    try (Connection forgotten = forgotten(target)) {
      assertThat(Downgrade.run(track, target, new DowngradeTo.Steps(1), new Impatient()))
          .isInstanceOfSatisfying(
              DowngradeResult.Blocked.class,
              blocked -> {
                assertThat(blocked.current()).isEqualTo(TWO);
                assertForgotten(blocked.blocker(), forgotten, target);
              });
    }
    assertThat(CurrentState.of(track, target).current()).isEqualTo(TWO);
  }

  @Test
  void aRebuildThatIsGivenUpNamesWhoIsInTheWay() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("blocked_reset");
    Upgrade.run(track, target);
    Impatient caller = new Impatient();
    try (Connection forgotten = forgotten(target)) {
      assertThat(Rebuild.run("reset", track, target, track.read(), RebuildHooks.NOTHING, caller))
          .isInstanceOfSatisfying(
              RebuildResult.Blocked.class,
              blocked -> assertForgotten(blocked.blocker(), forgotten, target));
    }
    assertThat(caller.begun).isEmpty();
  }

  private static CompletableFuture<UpgradeResult> upgrade(
      Track track, Target target, OperationListener caller) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Upgrade.run(track, target, caller);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void awaitBlocker(Impatient caller) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (caller.blockers.isEmpty()) {
      assertThat(System.nanoTime()).as("no session was named").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** A transaction that has read and does nothing more. */
  private static int pid(Connection session) throws SQLException {
    return session.unwrap(PGConnection.class).getBackendPID();
  }

  private static Connection locked(Target target) throws SQLException {
    Connection connection = db.connect();
    connection.setAutoCommit(false);
    Query.execute(connection, "LOCK TABLE " + target.historyTable());
    return connection;
  }

  private static Connection forgotten(Target target) throws SQLException {
    Connection connection = db.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT FROM " + target.schema().quoted("notes"));
    }
    return connection;
  }

  private static void assertForgotten(Blocker blocker, Connection forgotten, Target target) {
    try {
      assertThat(blocker.pid()).isEqualTo(pid(forgotten));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    assertThat(blocker.state()).isEqualTo("idle in transaction");
    assertThat(blocker.query()).isEqualTo("SELECT FROM " + target.schema().quoted("notes"));
    assertThat(blocker.application()).isEqualTo("workshop");
    assertThat(blocker.user()).isEqualTo(db.admin().user());
  }

  private static Target target(String schema) {
    return new Target(db.admin(), new SchemaName(schema));
  }
}
