package shareddb.migrate.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;

/**
 * The result of a restore. All results but {@link Restored} and {@link Unknown} mean that nothing
 * was changed.
 */
public sealed interface RestoreResult {

  /**
   * All rows are restored, at the snapshot's version.
   *
   * @param before the version that the target had before
   * @param wayBack the snapshot of the schema before the restore, if there was a schema
   * @param leftOut the parts that did not fit, if the operator allowed to leave them out
   */
  record Restored(Version before, Optional<Snapshot> wayBack, List<Misfit> leftOut)
      implements RestoreResult {}

  /**
   * The connection was lost at COMMIT: the rows are restored, or the target is unchanged.
   *
   * @param wayBack the snapshot of the schema before the restore, if there was a schema
   */
  record Unknown(Optional<Snapshot> wayBack, StatementError error) implements RestoreResult {}

  /** A file of the snapshot is missing or was changed. */
  record Damaged(Path file, String why) implements RestoreResult {}

  /** The track no longer has the files of these versions. */
  record FilesMissing(List<Version> versions) implements RestoreResult {}

  /** These parts do not exist in the schema that the track makes at the snapshot's version. */
  record DoesNotFit(List<Misfit> misfits) implements RestoreResult {}

  /** Postgres refused the rows of this table. */
  record NotLoaded(String table, StatementError error) implements RestoreResult {}

  /** Another session uses a table of the schema and did not release it in time. */
  record Blocked(Blocker blocker) implements RestoreResult {}

  /** CASCADE would have dropped these objects outside of the schema. */
  record NeededOutside(List<String> dependents) implements RestoreResult {}

  /** Another session works on this target. */
  record Busy(Blocker holder) implements RestoreResult {}

  /** Postgres refused to lock the tables, to drop the old schema, or to commit. */
  record NotDropped(StatementError error) implements RestoreResult {}

  /** A script of the track failed. */
  record NotBuilt(UpgradeScript migration, StatementError error) implements RestoreResult {}
}
