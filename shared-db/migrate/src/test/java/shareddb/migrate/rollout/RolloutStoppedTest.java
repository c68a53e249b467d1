package shareddb.migrate.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.migrate.record.OperationRecorder;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** A rollout that is stopped in the middle goes on where it was, or goes back. */
final class RolloutStoppedTest {

  private static final RolloutGoal ALL =
      new RolloutGoal(RolloutPhase.CONTRACT, Duration.ofMinutes(1));

  private static final RolloutListener SILENT = () -> OperationRecorder.UNRECORDED;

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  /** Ends the sessions of the rollout, as a kill of the tool or of the server does. */
  private static final class Killing implements RolloutListener {

    private final AtomicInteger left;
    private final AtomicLong seen = new AtomicLong();

    private Killing(int batches) {
      left = new AtomicInteger(batches);
    }

    @Override
    public OperationRecorder recorder() {
      return OperationRecorder.UNRECORDED;
    }

    @Override
    public void filled(String table, long rows, long all, int batch) {
      seen.set(rows);
      if (left.decrementAndGet() == 0) {
        try {
          Sql.run(
              db.admin(),
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                  + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aKilledBackfillGoesOnBehindItsLastBatch(int batches) throws SQLException {
    SummaryTrack todos = SummaryTrack.with(3000, temporary, db, "killed" + batches);
    Killing killing = new Killing(batches);

    assertThat(Rollout.run(todos.track(), todos.target(), ALL, killing))
        .isInstanceOf(RolloutResult.Failed.class);
    long filled = Long.parseLong(todos.value("SELECT count(*) FROM %s WHERE summary IS NOT NULL"));
    assertThat(filled).isEqualTo(killing.seen.get()).isBetween(1L, 2999L);
    assertThat(todos.value("SELECT to_regnamespace('\"killed" + batches + "@3\"') IS NULL"))
        .isEqualTo("t");

    AtomicLong first = new AtomicLong(Long.MAX_VALUE);
    RolloutListener counting =
        new RolloutListener() {
          @Override
          public OperationRecorder recorder() {
            return OperationRecorder.UNRECORDED;
          }

          @Override
          public void filled(String table, long rows, long all, int batch) {
            first.accumulateAndGet(rows, Math::min);
          }
        };
    assertThat(Rollout.run(todos.track(), todos.target(), ALL, counting))
        .isInstanceOf(RolloutResult.Completed.class);
    assertThat(first.get()).isGreaterThan(filled);
    assertThat(todos.value("SELECT count(*) FROM %s WHERE summary = 'todo ' || id"))
        .isEqualTo("3000");
  }

  @Test
  void aKilledBackfillGoesBack() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(3000, temporary, db, "killed_back");
    Rollout.run(todos.track(), todos.target(), ALL, new Killing(2));

    assertThat(RolloutAbort.run(todos.track(), todos.target(), SILENT))
        .isInstanceOf(RolloutResult.TakenBack.class);
    assertThat(todos.value("SELECT count(*) FROM %s WHERE title = 'todo ' || id"))
        .isEqualTo("3000");
    assertThat(Rollout.run(todos.track(), todos.target(), ALL, SILENT))
        .isInstanceOf(RolloutResult.Completed.class);
  }

  @Test
  void anExpandThatFailsLeavesNothing() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(3, temporary, db, "failed");
    todos.folder().up("2__summary", "ALTER TABLE nowhere ADD COLUMN summary text;");

    assertThat(Rollout.run(todos.track(), todos.target(), ALL, SILENT))
        .isInstanceOfSatisfying(
            RolloutResult.Failed.class,
            failed -> assertThat(failed.phase()).isEqualTo(RolloutPhase.EXPAND));
    assertThat(todos.value("SELECT to_regnamespace('\"failed@1\"') IS NULL")).isEqualTo("t");
    assertThat(RolloutAbort.run(todos.track(), todos.target(), SILENT))
        .isInstanceOf(RolloutResult.NothingToDo.class);
  }

  @Test
  void nothingIsDroppedWhereItsRowsCouldNotBeKept() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(3, temporary, db, "unkept");
    RolloutListener full =
        new RolloutListener() {
          @Override
          public OperationRecorder recorder() {
            return OperationRecorder.UNRECORDED;
          }

          @Override
          public void beforeLoss(RolloutPhase phase) throws SQLException {
            throw new SQLException("the disk is full");
          }
        };

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> Rollout.run(todos.track(), todos.target(), ALL, full))
        .withMessage("the disk is full");
    assertThat(todos.value("SELECT title FROM %s WHERE id = 1")).isEqualTo("todo 1");
  }

  @Test
  void keysOfSeveralColumnsAndOfTextsAreWalkedToTheirEnd() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(0, temporary, db, "keys");
    todos.sql(
        "ALTER TABLE %s DROP CONSTRAINT todos_pkey, ADD COLUMN \"Part\" text NOT NULL,"
            + " ADD CONSTRAINT todos_pkey PRIMARY KEY (\"Part\", id)");
    todos.sql(
        "INSERT INTO %s (\"Part\", title)"
            + " SELECT 'it''s \\ ' || n % 7, 'todo ' || n FROM generate_series(1, 1500) AS n");

    assertThat(Rollout.run(todos.track(), todos.target(), ALL, SILENT))
        .isInstanceOf(RolloutResult.Completed.class);
    assertThat(todos.value("SELECT count(*) FROM %s WHERE summary IS NOT NULL")).isEqualTo("1500");
  }
}
