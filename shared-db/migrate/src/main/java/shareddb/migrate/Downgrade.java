package shareddb.migrate;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.record.UnrecordedListener;

/**
 * Undoes versions, newest first. Flyway's free edition has no undo. The undo script and a history
 * row of type DELETE are one transaction. Flyway then sees the version as pending again, and the
 * history keeps the trace.
 */
public final class Downgrade {

  private Downgrade() {}

  public static DowngradeResult run(Track track, Target target, DowngradeTo to)
      throws SQLException {
    return run(track, target, to, UnrecordedListener.SILENT);
  }

  public static DowngradeResult run(
      Track track, Target target, DowngradeTo to, OperationListener caller) throws SQLException {
    return run(track, target, to, Optional.empty(), caller);
  }

  /**
   * Undoes versions. With hooks, as many versions as possible are one transaction. Otherwise each
   * version is a transaction.
   *
   * @param around makes the hook of each transaction, which reads the old schema before the first
   *     undo script
   */
  public static DowngradeResult run(
      Track track,
      Target target,
      DowngradeTo to,
      Optional<Supplier<RebuildHooks>> around,
      OperationListener caller)
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
      TrackReading reading,
      DowngradeTo to,
      Optional<Supplier<RebuildHooks>> around,
      RecordedOperation operation)
      throws SQLException {
    Target target = operation.target();
    OperationListener caller = operation.caller();
    try (LockRetries retries = new LockRetries(target, caller);
        UndoSequence undo = new UndoSequence(target, caller, retries, around)) {
      Optional<Blocker> holder = HistoryLock.take(undo.connection(), target, caller);
      if (holder.isPresent()) {
        return new DowngradeResult.Busy(holder.get());
      }
      retries.in(undo.connection());
      TrackState state =
          TrackState.versioned(reading, target, History.read(undo.connection(), target, retries));
      Optional<DowngradeResult> end = DowngradePlan.end(state, to);
      if (end.isPresent()) {
        return end.get();
      }
      List<Migration> doomed = DowngradePlan.doomed(state, to);
      Version goal = DowngradePlan.below(state, doomed.getLast());
      operation.begins(state.current(), goal);
      return undo.run(state, doomed, goal);
    }
  }
}
