package shareddb.migrate.rollout;

import shareddb.migrate.record.OperationOutcome;

/** Turns the results of a rollout's phases into the outcomes that the journal records. */
final class RolloutOutcomes {

  private RolloutOutcomes() {}

  static OperationOutcome of(RolloutResult result) {
    return switch (result) {
      case RolloutResult.Completed(PhasedChange change) ->
          OperationOutcome.done(change.contract().version());
      case RolloutResult.TakenBack(PhasedChange change) -> OperationOutcome.done(change.old());
      case RolloutResult.Reached(RolloutPhase phase, PhasedChange change) ->
          OperationOutcome.done(change.expand().version());
      case RolloutResult.NothingToDo nothing -> OperationOutcome.done(nothing.current());
      case RolloutResult.Unproven unproven ->
          new OperationOutcome.Unchanged(
              unproven.rows().count() + " rows are not filled as the contract needs them");
      case RolloutResult.StillUsed used ->
          new OperationOutcome.Unchanged(
              used.sessions().size() + " sessions of the old version are at work");
      case RolloutResult.Blocked blocked ->
          new OperationOutcome.Unchanged(blocked.blocker().holdsALock());
      case RolloutResult.Failed failed -> new OperationOutcome.Unchanged(failed.error().line());
      case RolloutResult.Unknown unknown ->
          new OperationOutcome.Unknown(
              "it is not known whether it was done: " + unknown.error().line());
      case RolloutResult.NotUpgraded not ->
          new OperationOutcome.Unchanged("a migration between the two did not come through");
      case RolloutResult.Busy busy ->
          new OperationOutcome.Unchanged(busy.holder().who() + " was first");
      case RolloutResult.AlreadyRunning running ->
          new OperationOutcome.Unchanged("another rollout fills the rows");
      case RolloutResult.NoUndoScript none ->
          new OperationOutcome.Unchanged(none.migration().script() + " has no undo script");
      case RolloutResult.Behind behind -> new OperationOutcome.Unchanged("it is behind");
      case RolloutResult.Refused refused ->
          new OperationOutcome.Unchanged("history and files do not fit together");
    };
  }
}
