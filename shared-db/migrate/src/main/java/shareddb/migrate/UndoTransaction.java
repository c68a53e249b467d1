package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.ExclusiveTables;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.ScriptRunner;
import shareddb.migrate.script.StatementByStatement;

/**
 * Undoes some versions in one transaction: all of them, or none. A single version whose script
 * cannot run in a transaction is undone statement by statement.
 */
final class UndoTransaction {

  private final Connection connection;
  private final Target target;
  private final LockRetries retries;
  private final Optional<RebuildHooks> before;
  private final List<Migration> versions;
  private final List<AppliedStep> steps = new ArrayList<>();
  private boolean done;

  /**
   * Prepares the transaction.
   *
   * @param before reads the schema before the first script, in the same transaction
   * @param versions the versions, newest first
   */
  UndoTransaction(
      Connection connection,
      Target target,
      LockRetries retries,
      Optional<RebuildHooks> before,
      List<Migration> versions) {
    this.connection = connection;
    this.target = target;
    this.retries = retries;
    this.before = before;
    this.versions = versions;
  }

  /** The version whose script runs, or the first one before any runs. */
  Migration running() {
    return versions.get(Math.min(steps.size(), versions.size() - 1));
  }

  /** Whether the server has answered that everything is done. */
  boolean isDone() {
    return done;
  }

  /** The versions that were undone, if the transaction is committed. */
  List<AppliedStep> steps() {
    return steps;
  }

  void run(TrackState state, OperationListener caller) throws SQLException {
    if (DowngradePlan.inOneTransaction(versions.getFirst())) {
      patiently(state);
    } else {
      alone(state.row(versions.getFirst().version()), caller);
    }
    done = true;
  }

  private void alone(HistoryRow applied, OperationListener caller) throws SQLException {
    connection.setAutoCommit(false);
    show();
    connection.rollback();
    connection.setAutoCommit(true);
    Migration version = versions.getFirst();
    long start = System.nanoTime();
    try {
      new StatementByStatement(connection, target, caller, retries).undo(version, applied);
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      steps.add(
          new AppliedStep(version.brings(), version.description(), version.undoScript(), took));
    }
  }

  private void patiently(TrackState state) throws SQLException {
    connection.setAutoCommit(false);
    while (true) {
      try {
        steps.clear();
        show();
        Query.execute(connection, "SET LOCAL " + WaitLimits.lockTimeout(WaitLimits.TRY));
        for (Migration version : versions) {
          steps.add(ScriptRunner.run(connection, script(version, state)));
        }
        connection.commit();
        return;
      } catch (SQLException e) {
        connection.rollback();
        if (!retries.again(e)) {
          throw e;
        }
      }
    }
  }

  private PlannedScript script(Migration version, TrackState state) {
    return DowngradePlan.script(state, version, HistorySql.nextRank(target), target);
  }

  /**
   * Shows the old schema to the hook. All tables are locked first, so that no other session can
   * change a row in this transaction.
   */
  private void show() throws SQLException {
    if (before.isPresent()) {
      ExclusiveTables.lock(connection, target, retries);
      // The rollback to the savepoint removes the settings that the hook makes for the
      // transaction. They must not reach the scripts.
      Savepoint savepoint = connection.setSavepoint();
      before.get().oldSchema(connection);
      connection.rollback(savepoint);
      connection.releaseSavepoint(savepoint);
    }
  }
}
