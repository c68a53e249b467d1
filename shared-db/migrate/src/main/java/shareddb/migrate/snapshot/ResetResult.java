package shareddb.migrate.snapshot;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** How a reset ended; all but {@link Remade} and {@link Unknown} have changed nothing. */
public sealed interface ResetResult {

  /**
   * The schema was dropped, with all that was in it, and made anew.
   *
   * @param wayBack what was in it, where there was a schema
   */
  record Remade(Version version, List<AppliedStep> steps, Optional<Snapshot> wayBack)
      implements ResetResult {}

  /**
   * The connection was lost at COMMIT: the schema was made anew, or is as before.
   *
   * @param wayBack what was in it, where there was a schema
   */
  record Unknown(Version version, Optional<Snapshot> wayBack, StatementError error)
      implements ResetResult {}

  /** The track has no such version. */
  record UnknownVersion(Version wanted, List<Version> known) implements ResetResult {}

  /** A session uses a table of the schema, and did not let go of it. */
  record Blocked(Blocker blocker) implements ResetResult {}

  /** These objects outside of the schema would have been dropped with it. */
  record NeededOutside(List<String> dependents) implements ResetResult {}

  /** Somebody else works on this target. */
  record Busy(Blocker holder) implements ResetResult {}

  /** The schema could not be dropped. */
  record NotDropped(StatementError error) implements ResetResult {}

  /** A script of the track failed. */
  record NotBuilt(UpgradeScript migration, StatementError error) implements ResetResult {}
}
