package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.jdbc.Query;
import shareddb.base.sql.SqlStatement;
import shareddb.base.track.BackfillScript;
import shareddb.base.track.Target;
import shareddb.migrate.journal.RolloutPosition;
import shareddb.migrate.journal.RolloutPositions;
import shareddb.migrate.lock.LockRetries;

/**
 * Fills the rows that were there before the expanding migration, in batches along the primary key.
 * Each batch commits together with its position, so a process that is killed loses one batch. A
 * statement ends at the key that was the highest when it began: later rows are filled by the
 * trigger that the expanding migration made.
 */
final class Backfill {

  private final Connection connection;
  private final Target target;
  private final BackfillScript script;
  private final RolloutPositions positions;
  private final RolloutListener caller;
  private final LockRetries retries;
  private final BatchPace pace = new BatchPace();
  private final String settings;

  Backfill(
      Connection connection,
      Target target,
      BackfillScript script,
      RolloutPositions positions,
      RolloutListener caller,
      LockRetries retries)
      throws SQLException {
    this.connection = connection;
    this.target = target;
    this.script = script;
    this.positions = positions;
    this.caller = caller;
    this.retries = retries;
    this.settings = settings(connection);
  }

  /**
   * Triggers are off for the batches where the session may switch them off, so that a trigger that
   * keeps updated_at does not fire. Other sessions fire them as ever. Where it may not, a trigger
   * can ask for the setting workshop.backfill.
   */
  private static String settings(Connection connection) throws SQLException {
    String sql = "SELECT has_parameter_privilege(current_user, 'session_replication_role', 'SET')";
    String asked = "SET LOCAL workshop.backfill = 'on'";
    return Query.of(connection, sql).isTrue()
        ? asked + "; SET LOCAL session_replication_role = replica"
        : asked;
  }

  void run() throws SQLException {
    RolloutPosition at = positions.begin(connection);
    while (!at.isFilled() && at.statement() < script.steps().size()) {
      SqlStatement statement = script.steps().get(at.statement());
      List<String> tables = BackfillScript.tables(statement);
      at = tables.isEmpty() ? once(statement, at) : walk(statement, tables.getFirst(), at);
    }
    if (!at.isFilled()) {
      positions.filled(connection);
    }
  }

  /** A statement without a batch, such as VALIDATE CONSTRAINT. */
  private RolloutPosition once(SqlStatement statement, RolloutPosition at) throws SQLException {
    RolloutPosition next = at.nextStatement();
    String sql = BackfillScript.on(statement, target, "true");
    if (statement.isAlone()) {
      Query.execute(connection, sql);
      positions.write(connection, next);
    } else {
      together(
          () -> {
            Query.execute(connection, sql);
            positions.write(connection, next);
          });
    }
    return next;
  }

  private RolloutPosition walk(SqlStatement statement, String table, RolloutPosition begin)
      throws SQLException {
    BatchKey key = BatchKey.of(connection, target.schema(), table);
    Optional<List<String>> last = begin.until().isPresent() ? begin.until() : key.last(connection);
    long all = estimate(table);
    RolloutPosition at = begin;
    while (last.isPresent() && !at.position().equals(last)) {
      long start = System.nanoTime();
      at = batch(statement, key, at, last.get());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      caller.filled(table, at.seen(), all, pace.rows());
      LockSupport.parkNanos(pace.after(connection, took).toNanos());
    }
    RolloutPosition next = at.nextStatement();
    positions.write(connection, next);
    return next;
  }

  private RolloutPosition batch(
      SqlStatement statement, BatchKey key, RolloutPosition at, List<String> last)
      throws SQLException {
    RolloutPosition[] after = {at};
    together(
        () -> {
          int rows = pace.rows();
          List<String> end = key.end(connection, at.position(), last, rows).orElse(last);
          String condition = key.between(at.position(), end);
          Query.execute(connection, BackfillScript.on(statement, target, condition));
          after[0] = at.after(end, last, rows);
          positions.write(connection, after[0]);
        });
    return after[0];
  }

  /** The statements of one transaction. */
  @FunctionalInterface
  private interface Statements {
    void run() throws SQLException;
  }

  private void together(Statements statements) throws SQLException {
    connection.setAutoCommit(false);
    while (true) {
      try {
        Query.execute(connection, settings);
        statements.run();
        connection.commit();
        connection.setAutoCommit(true);
        return;
      } catch (SQLException e) {
        if (LostConnection.isMeantBy(e.getSQLState())) {
          throw e;
        }
        connection.rollback();
        pace.failed();
        if (!retries.again(e)) {
          throw e;
        }
      }
    }
  }

  private long estimate(String table) throws SQLException {
    String sql = "SELECT reltuples::bigint FROM pg_catalog.pg_class WHERE oid = to_regclass(?)";
    return Query.of(connection, sql, target.schema().quoted(table))
        .first(row -> row.getLong(1))
        .orElse(-1L);
  }
}
