package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.ScriptRunner;

/**
 * Takes a rollout back before its contract: one transaction drops the views of both versions and
 * undoes the expanding migration and those after it.
 */
public final class RolloutAbort {

  private RolloutAbort() {}

  public static RolloutResult run(Track track, Target target, RolloutListener caller)
      throws SQLException {
    TrackState state = CurrentState.of(track, target);
    if (!state.obstacles().isEmpty()) {
      return new RolloutResult.Refused(state.obstacles());
    }
    Optional<PhasedChange> change = PhasedChange.next(state).filter(PhasedChange::isExpanded);
    if (change.isEmpty()) {
      return new RolloutResult.NothingToDo(state.current());
    }
    Optional<Migration> stuck =
        doomed(state, change.get()).stream().filter(m -> m.undo().isEmpty()).findFirst();
    if (stuck.isPresent()) {
      return new RolloutResult.NoUndoScript(stuck.get());
    }
    caller.beforeLoss(RolloutPhase.EXPAND);
    return RecordedOperation.run(
        "abort",
        track,
        target,
        caller,
        operation -> {
          operation.begins(state.current(), change.get().old());
          return undo(track, target, change.get(), caller);
        },
        RolloutOutcomes::of);
  }

  private static RolloutResult undo(
      Track track, Target target, PhasedChange change, RolloutListener caller) throws SQLException {
    Optional<RolloutResult> end =
        PhaseTransaction.run(
            RolloutPhase.EXPAND,
            target,
            caller,
            connection -> {
              VersionSchema.drop(connection, change.newViews(target.schema()));
              VersionSchema.drop(connection, change.oldViews(target.schema()));
              TrackState now =
                  TrackState.of(track.readAll(), target, History.read(connection, target));
              for (Migration migration : doomed(now, change)) {
                undo(connection, target, migration);
              }
            });
    return end.orElseGet(() -> new RolloutResult.TakenBack(change));
  }

  /** What is applied from the expanding migration on, newest first. */
  private static List<Migration> doomed(TrackState state, PhasedChange change) {
    return state.undoable().reversed().stream()
        .filter(m -> m.version().compareTo(change.expand().version()) >= 0)
        .toList();
  }

  private static void undo(Connection connection, Target target, Migration migration)
      throws SQLException {
    ScriptRunner.run(
        connection,
        PlannedScript.undoing(
            migration,
            target,
            ScriptText.of(migration.undo().orElseThrow()).on(target),
            HistorySql.undone(target, HistorySql.nextRank(target), migration),
            true));
  }
}
