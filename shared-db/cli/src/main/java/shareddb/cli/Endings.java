package shareddb.cli;

import shareddb.journal.Recording;
import shareddb.migrate.AdoptResult;
import shareddb.migrate.Blocker;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.StatementError;
import shareddb.migrate.UpgradeResult;
import shareddb.revision.AdoptionResult;
import shareddb.snapshot.ResetResult;
import shareddb.snapshot.RestoreResult;

/** What the journal is told at the end; where nothing had begun, it keeps nothing of it. */
final class Endings {

  private Endings() {}

  static void of(Recording recording, UpgradeResult result) {
    switch (result) {
      case UpgradeResult.Upgraded done -> recording.done(done.to());
      case UpgradeResult.UpToDate there -> recording.done(there.current());
      case UpgradeResult.AlreadyBeyond beyond -> recording.done(beyond.current());
      case UpgradeResult.Failed failed ->
          recording.failed(
              failed.current(),
              failed.migration().map(m -> m.script() + ": ").orElse("")
                  + failed.error().map(Endings::said).orElse(failed.report()));
      case UpgradeResult.Blocked blocked ->
          recording.failed(blocked.current(), blocked(blocked.blocker()));
      case UpgradeResult.Busy busy -> recording.failed(Blocking.who(busy.holder()) + " was first");
      case UpgradeResult.Refused refused -> recording.failed("somebody else changed the history");
      case UpgradeResult.UnknownVersion unknown ->
          recording.failed("there is no version " + unknown.wanted());
    }
  }

  static void of(Recording recording, DowngradeResult result) {
    switch (result) {
      case DowngradeResult.Downgraded done -> recording.done(done.to());
      case DowngradeResult.Failed failed ->
          recording.failed(
              failed.current(), failed.migration().undoScript() + ": " + said(failed.error()));
      case DowngradeResult.Blocked blocked ->
          recording.failed(blocked.current(), blocked(blocked.blocker()));
      // All of these are found out before anything begins.
      case DowngradeResult.NothingToUndo nothing -> {}
      case DowngradeResult.UnknownVersion unknown -> {}
      case DowngradeResult.NoUndoScript none -> {}
      case DowngradeResult.Refused refused -> {}
      case DowngradeResult.Busy busy -> {}
    }
  }

  static void of(Recording recording, ResetResult result) {
    switch (result) {
      case ResetResult.Remade done -> recording.done(done.version());
      case ResetResult.NotDropped(StatementError error) -> recording.takenBack(said(error));
      case ResetResult.NotBuilt not ->
          recording.takenBack(not.migration().script() + ": " + said(not.error()));
      case ResetResult.Blocked(Blocker blocker) -> recording.takenBack(blocked(blocker));
      case ResetResult.UnknownVersion unknown -> {}
      case ResetResult.Busy busy -> {}
    }
  }

  static void of(Recording recording, RestoreResult result) {
    switch (result) {
      case RestoreResult.Restored done -> recording.done();
      case RestoreResult.NotDropped(StatementError error) -> recording.takenBack(said(error));
      case RestoreResult.NotBuilt not ->
          recording.takenBack(not.migration().script() + ": " + said(not.error()));
      case RestoreResult.NotLoaded not ->
          recording.takenBack("rows of " + not.table() + ": " + said(not.error()));
      case RestoreResult.Blocked(Blocker blocker) -> recording.takenBack(blocked(blocker));
      case RestoreResult.DoesNotFit not -> recording.takenBack("the snapshot does not fit");
      case RestoreResult.Damaged damaged -> {}
      case RestoreResult.FilesMissing missing -> {}
      case RestoreResult.Busy busy -> {}
    }
  }

  static void of(Recording recording, AdoptionResult result) {
    if (result instanceof AdoptionResult.Done(AdoptResult.Adopted adopted)) {
      recording.done();
    }
  }

  private static String said(StatementError error) {
    return error.message() + " (SQLSTATE " + error.sqlState() + ")";
  }

  private static String blocked(Blocker blocker) {
    return Blocking.who(blocker) + " held a lock";
  }
}
