package shareddb.migrate;

import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;

/** How an adoption ended. */
public sealed interface AdoptResult {

  /** Recorded as applied, and not run; none where nothing was pending. */
  record Adopted(Version from, List<Migration> migrations) implements AdoptResult {}

  /** The connection was lost at COMMIT: either all of them are recorded, or none. */
  record Unknown(StatementError error) implements AdoptResult {}

  /** The COMMIT was refused; nothing was changed. */
  record NotRecorded(StatementError error) implements AdoptResult {}

  /** There is no history to write into. */
  record NoHistory() implements AdoptResult {}

  /** History and files do not fit together; nothing was changed. */
  record Refused(List<HistoryProblem> problems) implements AdoptResult {}

  /** Somebody else works on this target; nothing was changed. */
  record Busy(Blocker holder) implements AdoptResult {}
}
