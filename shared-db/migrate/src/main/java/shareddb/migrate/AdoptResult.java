package shareddb.migrate;

import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;

/** The result of an adoption. */
public sealed interface AdoptResult {

  /**
   * The migrations were recorded as applied and were not run. The list is empty if nothing was
   * pending.
   */
  record Adopted(Version from, List<Migration> migrations) implements AdoptResult {}

  /** The connection was lost at COMMIT: either all migrations are recorded, or none. */
  record Unknown(StatementError error) implements AdoptResult {}

  /** Postgres refused the COMMIT. Nothing was changed. */
  record NotRecorded(StatementError error) implements AdoptResult {}

  /** The target has no history to write into. */
  record NoHistory() implements AdoptResult {}

  /** History and files do not fit together. Nothing was changed. */
  record Refused(List<HistoryProblem> problems) implements AdoptResult {}

  /** Another session works on this target. Nothing was changed. */
  record Busy(Blocker holder) implements AdoptResult {}
}
