package shareddb.migrate.snapshot;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/**
 * The result of a reset. All results but {@link Remade} and {@link Unknown} mean that nothing was
 * changed.
 */
public sealed interface ResetResult {

  /**
   * The schema was dropped with everything in it, and made again.
   *
   * @param wayBack the snapshot of the old schema, if there was one
   */
  record Remade(Version version, List<AppliedStep> steps, Optional<Snapshot> wayBack)
      implements ResetResult {}

  /**
   * The connection was lost at COMMIT: the schema was made again, or it is unchanged.
   *
   * @param wayBack the snapshot of the old schema, if there was one
   */
  record Unknown(Version version, Optional<Snapshot> wayBack, StatementError error)
      implements ResetResult {}

  /** The track has no such version. */
  record UnknownVersion(Version wanted, List<Version> known) implements ResetResult {}

  /** Another session uses a table of the schema and did not release it in time. */
  record Blocked(Blocker blocker) implements ResetResult {}

  /** CASCADE would have dropped these objects outside of the schema. */
  record NeededOutside(List<String> dependents) implements ResetResult {}

  /** Another session works on this target. */
  record Busy(Blocker holder) implements ResetResult {}

  /** The schema could not be dropped. */
  record NotDropped(StatementError error) implements ResetResult {}

  /** A script of the track failed. */
  record NotBuilt(UpgradeScript migration, StatementError error) implements ResetResult {}
}
