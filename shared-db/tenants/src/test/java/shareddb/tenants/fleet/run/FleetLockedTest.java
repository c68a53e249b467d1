package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.testing.TestDatabase;

/** Another session keeps the history of one of many targets locked. */
@Tag("long")
final class FleetLockedTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void whereTheOthersStandIsKnownAndTheSessionIsNamed() throws SQLException {
    FleetFixture fleet = fleet("status");
    try (Connection other = locked(fleet.target(2))) {
      FleetStatus status = soon(fleet::status);
      assertThat(status.members()).isEqualTo(3);
      assertThat(status.positions().keySet())
          .extracting(FleetTarget::label)
          .containsExactly("m1", "m3");
      assertIsNamed(status.unseen(), other);
    }
  }

  @Test
  void aSessionThatWaitsInFrontIsNotTheOneThatIsNamed() throws Exception {
    FleetFixture fleet = fleet("queue");
    String history = fleet.target(2).historyTable();
    try (Connection reader = db.connect();
        Connection waiting = db.admin().withSession("lock_timeout=60s").connect()) {
      reader.setAutoCommit(false);
      waiting.setAutoCommit(false);
      Query.execute(reader, "TABLE " + history);
      Thread asks = Thread.ofVirtual().start(() -> lock(waiting, history));
      awaitLock(history);
      assertIsNamed(soon(fleet::status).unseen(), reader);
      reader.rollback();
      asks.join();
    }
  }

  @Test
  void theOthersAreComparedWithWhatTheTrackMakes() throws SQLException {
    FleetFixture fleet = fleet("drift");
    try (Connection other = locked(fleet.target(2))) {
      FleetDrift drift =
          soon(() -> FleetDrift.of(fleet.folder().track(), FleetTargets.of(fleet.members())));
      assertThat(drift.compared()).isEqualTo(2);
      assertThat(drift.drifted()).isEmpty();
      assertThat(drift.isNone()).isFalse();
      assertIsNamed(drift.unseen(), other);
    }
  }

  @Test
  void theOthersAreMovedAndTheLockedOneIsWaitedForAsLongAsIsWished() throws SQLException {
    FleetFixture fleet = fleet("given up");
    try (Connection other = locked(fleet.target(2))) {
      FleetOptions patient = FleetOptions.USUAL.withPatience(Duration.ofSeconds(1));
      FleetResult.Tally tally =
          FleetFixture.done(soon(() -> fleet.up(patient, FleetListener.SILENT)));
      assertThat(tally.moved()).isEqualTo(2);
      assertThat(tally.failed()).isEmpty();
      assertThat(tally.unreachable())
          .singleElement()
          .satisfies(away -> assertIsNamed(Map.of(away.member(), away.reason()), other));
    }
    assertThat(FleetFixture.done(fleet.up()).moved()).isEqualTo(1);
  }

  @Test
  void aLockedOneIsMovedOnceTheSessionLetsGo() throws SQLException {
    FleetFixture fleet = fleet("let go");
    List<String> waits = new ArrayList<>();
    try (Connection other = locked(fleet.target(2))) {
      FleetListener lettingGo =
          event -> {
            if (event instanceof FleetEvent.TargetWaits wait) {
              waits.add(wait.member() + ": " + wait.why());
              rollback(other);
            }
          };
      FleetResult result = soon(() -> fleet.up(FleetOptions.USUAL, lettingGo));
      assertThat(FleetFixture.done(result).moved()).isEqualTo(3);
    }
    assertThat(waits).singleElement().asString().startsWith("m2: ").contains("holds a lock");
  }

  /** Three targets at version one. */
  private FleetFixture fleet(String prefix) throws SQLException {
    FleetFixture fleet = FleetFixture.of(db.admin(), temporary, prefix, 3);
    assertThat(FleetFixture.done(fleet.up(FleetFixture.ONE)).moved()).isEqualTo(3);
    return fleet;
  }

  private static void assertIsNamed(Map<FleetTarget, String> unseen, Connection session)
      throws SQLException {
    int pid = Query.of(session, "SELECT pg_backend_pid()").one(row -> row.getInt(1));
    assertThat(unseen).hasSize(1);
    unseen.forEach(
        (member, why) -> {
          assertThat(member.label()).isEqualTo("m2");
          assertThat(why)
              .contains("workshop of user " + db.admin().user() + " (session " + pid + ")")
              .contains("idle in transaction", "open for ", "its query: ");
        });
  }

  private static Connection locked(Target target) throws SQLException {
    Connection connection = db.connect();
    connection.setAutoCommit(false);
    lock(connection, target.historyTable());
    return connection;
  }

  private static <T> T soon(ThrowingSupplier<T> work) {
    return assertTimeoutPreemptively(Duration.ofSeconds(20), work);
  }

  private static void awaitLock(String history) throws SQLException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String sql =
        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = '%s'::regclass)"
            .formatted(history.replace("'", "''"));
    try (Connection connection = db.connect()) {
      while (!Query.of(connection, sql).isTrue()) {
        assertThat(System.nanoTime()).as(sql).isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }

  private static void lock(Connection connection, String table) {
    try {
      Query.execute(connection, "LOCK TABLE " + table);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
