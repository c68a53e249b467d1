package shareddb.migrate;

import java.util.List;
import shareddb.base.track.UpgradeScript;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** How a rebuild ended; all but {@link Rebuilt} and {@link Unknown} have changed nothing. */
public sealed interface RebuildResult {

  record Rebuilt(boolean existed, List<AppliedStep> steps) implements RebuildResult {}

  /** The connection was lost at COMMIT: either all of it is done, or nothing. */
  record Unknown(StatementError error) implements RebuildResult {}

  /**
   * Objects outside of the schema would have been dropped with it.
   *
   * @param dependents each as its kind and its full name
   */
  record NeededOutside(List<String> dependents) implements RebuildResult {}

  /** Somebody else works on this target. */
  record Busy(Blocker holder) implements RebuildResult {}

  /** Somebody uses a table of the old schema, and did not let go of it. */
  record Blocked(Blocker blocker) implements RebuildResult {}

  /** The old schema could not be had for oneself, or not be dropped, or the COMMIT was refused. */
  record NotDropped(StatementError error) implements RebuildResult {}

  /** A script of the track failed. */
  record NotBuilt(UpgradeScript migration, StatementError error) implements RebuildResult {}

  /** What was to be done with the new schema said no. */
  record TakenBack() implements RebuildResult {}
}
