package shareddb.journal;

import shareddb.migrate.DowngradeResult;
import shareddb.migrate.StatementError;
import shareddb.migrate.UpgradeResult;

/** What the journal is told at the end; where nothing had begun, it keeps nothing of it. */
public final class Ending {

  private Ending() {}

  public static void of(Recording recording, UpgradeResult result) {
    switch (result) {
      case UpgradeResult.Upgraded done -> recording.done(done.to());
      case UpgradeResult.UpToDate there -> recording.done(there.current());
      case UpgradeResult.AlreadyBeyond beyond -> recording.done(beyond.current());
      case UpgradeResult.Failed failed ->
          recording.failed(
              failed.current(),
              failed.migration().map(m -> m.script() + ": ").orElse("")
                  + failed.error().map(Ending::said).orElse(failed.report()));
      case UpgradeResult.Unknown unknown -> recording.failed(unknown(unknown.error()));
      case UpgradeResult.Blocked blocked ->
          recording.failed(blocked.current(), blocked.blocker().holdsALock());
      case UpgradeResult.Busy busy -> recording.failed(busy.holder().who() + " was first");
      case UpgradeResult.Refused refused -> recording.failed("somebody else changed the history");
      case UpgradeResult.UnknownVersion unknown ->
          recording.failed("there is no version " + unknown.wanted());
    }
  }

  public static void of(Recording recording, DowngradeResult result) {
    switch (result) {
      case DowngradeResult.Downgraded done -> recording.done(done.to());
      case DowngradeResult.Failed failed ->
          recording.failed(
              failed.current(), failed.migration().undoScript() + ": " + said(failed.error()));
      case DowngradeResult.Unknown unknown -> recording.failed(unknown(unknown.error()));
      case DowngradeResult.Blocked blocked ->
          recording.failed(blocked.current(), blocked.blocker().holdsALock());
      // All of these are found out before anything begins.
      case DowngradeResult.NothingToUndo nothing -> {}
      case DowngradeResult.UnknownVersion unknown -> {}
      case DowngradeResult.NoUndoScript none -> {}
      case DowngradeResult.Refused refused -> {}
      case DowngradeResult.Busy busy -> {}
    }
  }

  /** Why Postgres refused, on one line. */
  public static String said(StatementError error) {
    return error.message() + " (SQLSTATE " + error.sqlState() + ")";
  }

  /** That the answer to a COMMIT was lost, on one line. */
  public static String unknown(StatementError error) {
    return "it is not known whether it was done: " + said(error);
  }
}
