package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.SqlExecution;
import shareddb.base.settings.WaitLimits;
import shareddb.base.sql.SqlStatement;
import shareddb.base.track.Migration;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.ProgressRow;
import shareddb.migrate.lock.AbandonedSession;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.record.OperationListener;

/**
 * Runs a script that cannot be one transaction, statement by statement. If a statement can run in a
 * transaction, the same transaction updates the history row. For the other statements, a later run
 * reads the catalog to find their results.
 */
public final class StatementByStatement {

  /** The SQLSTATEs of an index that already exists, and of one that does not exist any more. */
  private static final Set<String> DONE_BEFORE = Set.of("42P07", "42704");

  private final Connection connection;
  private final Target target;
  private final OperationListener caller;
  private final LockRetries retries;

  public StatementByStatement(
      Connection connection, Target target, OperationListener caller, LockRetries retries) {
    this.connection = connection;
    this.target = target;
    this.caller = caller;
    this.retries = retries;
  }

  /**
   * Runs the script from the beginning, or from the statement where the history row says that it
   * stopped.
   */
  public AppliedStep apply(Migration migration, Optional<HistoryRow> stopped) throws SQLException {
    Optional<PlannedScript> history = TargetPreparation.history(connection, target);
    if (history.isPresent()) {
      SqlExecution.run(connection, history.get().sql());
    }
    List<SqlStatement> statements = ScriptText.of(migration.file()).statementsOn(target);
    int sum = migration.checksum();
    int done = done("SQL", sum, stopped);
    stopped.ifPresent(half -> caller.finishes(migration, done, statements.size()));
    ProgressRow row = row(migration, "SQL", sum, stopped);
    Duration took = run(statements, done, row, stopped.isPresent());
    row.finish(OptionalInt.of(sum), took);
    return new AppliedStep(migration.brings(), migration.description(), migration.script(), took);
  }

  /** The same for the undo script. A half-done version is undone as if it were whole. */
  public void undo(Migration migration, HistoryRow applied) throws SQLException {
    ScriptText text = ScriptText.of(migration.undo().orElseThrow());
    Optional<HistoryRow> stopped = Optional.of(applied).filter(row -> !row.success());
    int sum = text.raw().hashCode();
    int done = done(HistoryRow.DELETE, sum, stopped);
    ProgressRow row = row(migration, HistoryRow.DELETE, sum, stopped);
    row.finish(OptionalInt.empty(), run(text.statementsOn(target), done, row, stopped.isPresent()));
  }

  /** The number of statements of this text that are done. */
  private static int done(String type, int sum, Optional<HistoryRow> stopped) {
    return stopped.filter(row -> isOf(row, type, sum)).map(HistoryRow::statementsDone).orElse(0);
  }

  private static boolean isOf(HistoryRow row, String type, int sum) {
    return row.type().equals(type) && row.sum().equals(Optional.of(sum));
  }

  private ProgressRow row(Migration migration, String type, int sum, Optional<HistoryRow> stopped)
      throws SQLException {
    if (stopped.isEmpty()) {
      return ProgressRow.begin(connection, target, migration, type, sum);
    }
    ProgressRow row = new ProgressRow(connection, target, stopped.get().rank());
    if (!isOf(stopped.get(), type, sum)) {
      row.restart(type, sum);
    }
    return row;
  }

  private Duration run(List<SqlStatement> statements, int from, ProgressRow row, boolean resumed)
      throws SQLException {
    long start = System.nanoTime();
    AbandonedSession.endSoon(connection);
    for (int i = from; i < statements.size(); i++) {
      SqlStatement statement = statements.get(i);
      boolean first = i == from;
      try {
        if (statement.isAlone()) {
          alone(statement, resumed && first);
          row.done(i + 1);
        } else {
          together(statement, row, i + 1);
        }
      } catch (SQLException e) {
        if (i == 0 && !resumed && leftBy(statement).isEmpty()) {
          row.remove();
        }
        throw e;
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Runs a statement outside of a transaction. Its lock_timeout is long, because such a statement
   * does not block readers and writers while it waits.
   */
  private void alone(SqlStatement statement, boolean again) throws SQLException {
    if (again) {
      for (InvalidIndex index : leftBy(statement)) {
        execute(index.mend());
      }
    }
    retries.watch();
    execute("SET " + WaitLimits.lockTimeout(caller.patience()));
    execute(searchPath("SET"));
    try {
      SqlExecution.run(connection, statement);
    } catch (SQLException e) {
      if (!again || !DONE_BEFORE.contains(e.getSQLState())) {
        throw e;
      }
    }
  }

  private void together(SqlStatement statement, ProgressRow row, int done) throws SQLException {
    connection.setAutoCommit(false);
    try {
      while (true) {
        try {
          execute("SET LOCAL " + WaitLimits.lockTimeout(WaitLimits.TRY));
          execute(searchPath("SET LOCAL"));
          SqlExecution.run(connection, statement);
          row.done(done);
          connection.commit();
          return;
        } catch (SQLException e) {
          connection.rollback();
          if (!retries.again(e)) {
            throw e;
          }
        }
      }
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** The invalid indexes that an earlier try of this statement left. */
  private List<InvalidIndex> leftBy(SqlStatement statement) throws SQLException {
    return statement.isAlone()
        ? InvalidIndex.in(connection, target.schema()).stream()
            .filter(index -> statement.names(index.name()))
            .toList()
        : List.of();
  }

  /** The same search_path as Flyway sets. */
  private String searchPath(String how) {
    return how + " search_path = " + target.schema().quoted() + ", \"$user\", public";
  }

  private void execute(String sql) throws SQLException {
    Query.execute(connection, sql);
  }
}
