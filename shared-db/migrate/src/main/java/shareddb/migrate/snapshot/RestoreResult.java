package shareddb.migrate.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;

/** How a restore ended; all but {@link Restored} and {@link Unknown} have changed nothing. */
public sealed interface RestoreResult {

  /**
   * All rows are there again, at the snapshot's own version.
   *
   * @param before the version that the target was at
   * @param wayBack what was there until now, where there was a schema
   * @param leftOut what found no place, where that was allowed
   */
  record Restored(Version before, Optional<Snapshot> wayBack, List<Misfit> leftOut)
      implements RestoreResult {}

  /**
   * The connection was lost at COMMIT: the rows are there again, or all is as before.
   *
   * @param wayBack what was there until now, where there was a schema
   */
  record Unknown(Optional<Snapshot> wayBack, StatementError error) implements RestoreResult {}

  /** A file of the snapshot is not what was written. */
  record Damaged(Path file, String why) implements RestoreResult {}

  /** The track does not have these versions any more. */
  record FilesMissing(List<Version> versions) implements RestoreResult {}

  /** What the track makes at the snapshot's version has no place for these. */
  record DoesNotFit(List<Misfit> misfits) implements RestoreResult {}

  /** Postgres refused the rows of this table. */
  record NotLoaded(String table, StatementError error) implements RestoreResult {}

  /** A session uses a table of the schema, and did not let go of it. */
  record Blocked(Blocker blocker) implements RestoreResult {}

  /** These objects outside of the schema would have been dropped with it. */
  record NeededOutside(List<String> dependents) implements RestoreResult {}

  /** Somebody else works on this target. */
  record Busy(Blocker holder) implements RestoreResult {}

  /** The schema that is there could not be had for oneself. */
  record NotDropped(StatementError error) implements RestoreResult {}

  /** A script of the track failed. */
  record NotBuilt(UpgradeScript migration, StatementError error) implements RestoreResult {}
}
