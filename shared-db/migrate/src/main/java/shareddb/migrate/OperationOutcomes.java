package shareddb.migrate;

import java.util.List;
import shareddb.base.track.UpgradeScript;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.script.StatementError;

/** Turns the results of the operations into the outcomes that the journal records. */
final class OperationOutcomes {

  private static final OperationOutcome NOT_BEGUN =
      OperationOutcome.failed("it was found out before anything began");

  private OperationOutcomes() {}

  static OperationOutcome of(UpgradeResult result) {
    return switch (result) {
      case UpgradeResult.Upgraded done -> OperationOutcome.done(done.to());
      case UpgradeResult.UpToDate there -> OperationOutcome.done(there.current());
      case UpgradeResult.AlreadyBeyond beyond -> OperationOutcome.done(beyond.current());
      case UpgradeResult.ContractWaits waits -> OperationOutcome.done(waits.current());
      case UpgradeResult.Failed failed -> OperationOutcome.failed(failed.current(), why(failed));
      case UpgradeResult.Unknown unknown -> unknown(unknown.error());
      case UpgradeResult.Blocked blocked ->
          OperationOutcome.failed(blocked.current(), blocked.blocker().holdsALock());
      case UpgradeResult.Busy busy -> OperationOutcome.failed(busy.holder().who() + " was first");
      case UpgradeResult.Refused refused ->
          OperationOutcome.failed("another session changed the history");
      case UpgradeResult.UnknownVersion unknown -> NOT_BEGUN;
      case UpgradeResult.NoHistory none -> NOT_BEGUN;
    };
  }

  private static OperationOutcome unknown(StatementError error) {
    return new OperationOutcome.Unknown("it is not known whether it was done: " + error.line());
  }

  private static String why(UpgradeResult.Failed failed) {
    return failed.migration().map(m -> m.script() + ": ").orElse("")
        + failed.error().map(StatementError::line).orElse(failed.report());
  }

  static OperationOutcome of(DowngradeResult result) {
    return switch (result) {
      case DowngradeResult.Downgraded done -> OperationOutcome.done(done.to());
      case DowngradeResult.Failed failed ->
          OperationOutcome.failed(
              failed.current(), failed.migration().undoScript() + ": " + failed.error().line());
      case DowngradeResult.Unknown unknown -> unknown(unknown.error());
      case DowngradeResult.Blocked blocked ->
          OperationOutcome.failed(blocked.current(), blocked.blocker().holdsALock());
      case DowngradeResult.NothingToUndo nothing -> NOT_BEGUN;
      case DowngradeResult.TooManySteps steps -> NOT_BEGUN;
      case DowngradeResult.BelowBaseline below -> NOT_BEGUN;
      case DowngradeResult.UnknownVersion unknown -> NOT_BEGUN;
      case DowngradeResult.NoUndoScript none -> NOT_BEGUN;
      case DowngradeResult.Refused refused -> NOT_BEGUN;
      case DowngradeResult.Busy busy -> NOT_BEGUN;
    };
  }

  static OperationOutcome of(RebuildResult result) {
    return switch (result) {
      case RebuildResult.Rebuilt done -> OperationOutcome.done();
      case RebuildResult.Unknown(StatementError error) -> unknown(error);
      case RebuildResult.NotDropped(StatementError error) ->
          new OperationOutcome.Unchanged(error.line());
      case RebuildResult.NotBuilt(UpgradeScript script, StatementError error) ->
          new OperationOutcome.Unchanged(script.script() + ": " + error.line());
      case RebuildResult.Blocked(Blocker blocker) ->
          new OperationOutcome.Unchanged(blocker.holdsALock());
      case RebuildResult.TakenBack none ->
          new OperationOutcome.Unchanged("the rows do not fit into the schema");
      case RebuildResult.NeededOutside(List<String> dependents) ->
          new OperationOutcome.Unchanged("needed outside of its schema: " + dependents.getFirst());
      case RebuildResult.Busy busy -> NOT_BEGUN;
    };
  }

  static OperationOutcome of(AdoptResult result) {
    return switch (result) {
      case AdoptResult.Adopted adopted -> OperationOutcome.done();
      case AdoptResult.NotRecorded(StatementError error) ->
          new OperationOutcome.Unchanged(error.line());
      case AdoptResult.Unknown(StatementError error) -> unknown(error);
      case AdoptResult.NoHistory none -> NOT_BEGUN;
      case AdoptResult.Refused refused -> NOT_BEGUN;
      case AdoptResult.Busy busy -> NOT_BEGUN;
    };
  }
}
