package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.ExclusiveTables;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.lock.LostSession;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.ScriptRunner;
import shareddb.migrate.script.StatementByStatement;
import shareddb.migrate.script.StatementError;

/**
 * Undoes versions, newest first. Flyway's free edition has no undo. The undo script and a history
 * row of type DELETE are one transaction. Flyway then sees the version as pending again, and the
 * history keeps the trace.
 */
public final class Downgrade implements AutoCloseable {

  private Connection connection;
  private final Target target;
  private final OperationListener caller;
  private final LockRetries retries;
  private final RebuildHooks around;

  private Downgrade(
      Connection connection,
      Target target,
      OperationListener caller,
      LockRetries retries,
      RebuildHooks around) {
    this.connection = connection;
    this.target = target;
    this.caller = caller;
    this.retries = retries;
    this.around = around;
  }

  public static DowngradeResult run(Track track, Target target, DowngradeTo to)
      throws SQLException {
    return run(track, target, to, UnrecordedListener.SILENT);
  }

  public static DowngradeResult run(
      Track track, Target target, DowngradeTo to, OperationListener caller) throws SQLException {
    return run(track, target, to, RebuildHooks.NOTHING, caller);
  }

  /**
   * Undoes versions.
   *
   * @param around reads the old schema before the first undo script, in the same transaction
   */
  public static DowngradeResult run(
      Track track, Target target, DowngradeTo to, RebuildHooks around, OperationListener caller)
      throws SQLException {
    return RecordedOperation.run(
        "downgrade",
        track,
        target,
        caller,
        operation -> run(track.readAll(), to, around, operation),
        OperationOutcomes::of);
  }

  private static DowngradeResult run(
      TrackReading reading, DowngradeTo to, RebuildHooks around, RecordedOperation operation)
      throws SQLException {
    Target target = operation.target();
    OperationListener caller = operation.caller();
    try (LockRetries retries = new LockRetries(target, caller);
        Downgrade downgrade =
            new Downgrade(target.admin().connect(), target, caller, retries, around)) {
      return downgrade.inOneSession(reading, to, operation);
    }
  }

  private DowngradeResult inOneSession(
      TrackReading reading, DowngradeTo to, RecordedOperation operation) throws SQLException {
    Optional<Blocker> holder = HistoryLock.take(connection, target, caller);
    if (holder.isPresent()) {
      return new DowngradeResult.Busy(holder.get());
    }
    retries.in(connection);
    TrackState state =
        TrackState.versioned(reading, target, History.read(connection, target, retries));
    Optional<DowngradeResult> end = DowngradePlan.end(state, to);
    if (end.isPresent()) {
      return end.get();
    }
    List<Migration> doomed = DowngradePlan.doomed(state, to);
    Version goal = DowngradePlan.below(state, doomed.getLast());
    operation.begins(state.current(), goal);
    return undo(state, doomed, goal);
  }

  private DowngradeResult undo(TrackState before, List<Migration> doomed, Version goal)
      throws SQLException {
    List<AppliedStep> steps = new ArrayList<>();
    TrackState state = before;
    for (Migration migration : doomed) {
      long start = System.nanoTime();
      boolean answered = false;
      try {
        boolean first = steps.isEmpty();
        undo(migration, state.row(migration.version()), first ? around : RebuildHooks.NOTHING);
        answered = true;
        state = TrackState.of(before.migrations(), History.read(connection, target));
        endTransaction();
      } catch (SQLException e) {
        if (!LostConnection.isMeantBy(e.getSQLState())) {
          if (answered) {
            throw e;
          }
          return failed(e, state.current(), goal, migration, List.copyOf(steps));
        }
        Optional<TrackState> now = afterLoss(state);
        if (now.isEmpty()) {
          return new DowngradeResult.Unknown(
              state.current(), goal, migration, List.copyOf(steps), StatementError.of(e));
        }
        state = now.get();
        if (state.applied().containsKey(migration.version())) {
          return failed(e, state.current(), goal, migration, List.copyOf(steps));
        }
      }
      steps.add(step(migration, Duration.ofNanos(System.nanoTime() - start)));
    }
    return new DowngradeResult.Downgraded(before.current(), state.current(), List.copyOf(steps));
  }

  /** Reads the history on a new connection, with which the downgrade then goes on. */
  private Optional<TrackState> afterLoss(TrackState before) {
    Optional<Connection> another = LostSession.replaced(target.admin(), target, caller);
    if (another.isEmpty()) {
      return Optional.empty();
    }
    try {
      close();
      connection = another.get();
      retries.in(connection);
      return Optional.of(TrackState.of(before.migrations(), History.read(connection, target)));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static AppliedStep step(Migration migration, Duration took) {
    return new AppliedStep(
        migration.brings(), migration.description(), migration.undoScript(), took);
  }

  private void endTransaction() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  private DowngradeResult failed(
      SQLException error,
      Version current,
      Version goal,
      Migration migration,
      List<AppliedStep> steps) {
    Optional<Blocker> blocker =
        LockRetries.isForLock(error.getSQLState()) ? retries.blocker() : Optional.empty();
    return blocker.isPresent()
        ? new DowngradeResult.Blocked(current, migration, steps, blocker.get())
        : new DowngradeResult.Failed(current, goal, migration, steps, StatementError.of(error));
  }

  private void undo(Migration migration, HistoryRow applied, RebuildHooks before)
      throws SQLException {
    PlannedScript script =
        DowngradePlan.script(migration, applied, HistorySql.nextRank(target), target);
    if (script.inOneTransaction()) {
      undoPatiently(script, before);
    } else {
      connection.setAutoCommit(false);
      show(before);
      connection.rollback();
      connection.setAutoCommit(true);
      new StatementByStatement(connection, target, caller, retries).undo(migration, applied);
    }
  }

  /**
   * Shows the old schema to the hooks. All tables are locked first, so that no other session can
   * change a row in this transaction.
   */
  private void show(RebuildHooks before) throws SQLException {
    if (before != RebuildHooks.NOTHING) {
      ExclusiveTables.lock(connection, target, retries);
      // The rollback to the savepoint removes the settings that the hook makes for the
      // transaction. They must not reach the scripts.
      Savepoint savepoint = connection.setSavepoint();
      before.oldSchema(connection);
      connection.rollback(savepoint);
      connection.releaseSavepoint(savepoint);
    }
  }

  private void undoPatiently(PlannedScript script, RebuildHooks before) throws SQLException {
    connection.setAutoCommit(false);
    while (true) {
      try {
        show(before);
        Query.execute(connection, "SET LOCAL " + WaitLimits.lockTimeout(WaitLimits.TRY));
        ScriptRunner.run(connection, script);
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

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
