package shareddb.cli;

import shareddb.journal.Ending;
import shareddb.journal.Recording;
import shareddb.migrate.AdoptResult;
import shareddb.migrate.Blocker;
import shareddb.migrate.StatementError;
import shareddb.revision.AdoptionResult;
import shareddb.snapshot.ResetResult;
import shareddb.snapshot.RestoreResult;

/** What the journal is told at the end; where nothing had begun, it keeps nothing of it. */
final class Endings {

  private Endings() {}

  static void of(Recording recording, ResetResult result) {
    switch (result) {
      case ResetResult.Remade done -> recording.done(done.version());
      case ResetResult.Unknown unknown -> recording.failed(Ending.unknown(unknown.error()));
      case ResetResult.NotDropped(StatementError error) -> recording.takenBack(Ending.said(error));
      case ResetResult.NotBuilt not ->
          recording.takenBack(not.migration().script() + ": " + Ending.said(not.error()));
      case ResetResult.Blocked(Blocker blocker) -> recording.takenBack(blocker.holdsALock());
      case ResetResult.UnknownVersion unknown -> {}
      case ResetResult.Busy busy -> {}
    }
  }

  static void of(Recording recording, RestoreResult result) {
    switch (result) {
      case RestoreResult.Restored done -> recording.done();
      case RestoreResult.Unknown unknown -> recording.failed(Ending.unknown(unknown.error()));
      case RestoreResult.NotDropped(StatementError error) ->
          recording.takenBack(Ending.said(error));
      case RestoreResult.NotBuilt not ->
          recording.takenBack(not.migration().script() + ": " + Ending.said(not.error()));
      case RestoreResult.NotLoaded not ->
          recording.takenBack("rows of " + not.table() + ": " + Ending.said(not.error()));
      case RestoreResult.Blocked(Blocker blocker) -> recording.takenBack(blocker.holdsALock());
      case RestoreResult.DoesNotFit not -> recording.takenBack("the snapshot does not fit");
      case RestoreResult.Damaged damaged -> {}
      case RestoreResult.FilesMissing missing -> {}
      case RestoreResult.Busy busy -> {}
    }
  }

  static void of(Recording recording, AdoptionResult result) {
    if (result instanceof AdoptionResult.Done(AdoptResult outcome)) {
      switch (outcome) {
        case AdoptResult.Adopted adopted -> recording.done();
        case AdoptResult.NotRecorded(StatementError error) ->
            recording.takenBack(Ending.said(error));
        case AdoptResult.Unknown(StatementError error) -> recording.failed(Ending.unknown(error));
        case AdoptResult.NoHistory none -> {}
        case AdoptResult.Refused refused -> {}
        case AdoptResult.Busy busy -> {}
      }
    }
  }
}
