package shareddb.migrate;

import java.util.List;
import shareddb.base.track.UpgradeScript;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/**
 * The result of a rebuild. All results but {@link Rebuilt} and {@link Unknown} mean that nothing
 * was changed.
 */
public sealed interface RebuildResult {

  /**
   * The schema was made again.
   *
   * @param existed whether there was an old schema
   */
  record Rebuilt(boolean existed, List<AppliedStep> steps) implements RebuildResult {}

  /** The connection was lost at COMMIT: either the whole rebuild is done, or nothing. */
  record Unknown(StatementError error) implements RebuildResult {}

  /**
   * CASCADE would have dropped objects outside of the schema.
   *
   * @param dependents each object as its kind and its full name
   */
  record NeededOutside(List<String> dependents) implements RebuildResult {}

  /** Another session works on this target. */
  record Busy(Blocker holder) implements RebuildResult {}

  /** Another session uses a table of the old schema and did not release it in time. */
  record Blocked(Blocker blocker) implements RebuildResult {}

  /** Postgres refused to lock the tables, to drop the old schema, or to commit. */
  record NotDropped(StatementError error) implements RebuildResult {}

  /** A script of the track failed. */
  record NotBuilt(UpgradeScript migration, StatementError error) implements RebuildResult {}

  /** The hook refused the new schema. */
  record TakenBack() implements RebuildResult {}
}
