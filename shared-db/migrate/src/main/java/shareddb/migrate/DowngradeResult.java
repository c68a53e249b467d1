package shareddb.migrate;

import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** How a downgrade ended. */
public sealed interface DowngradeResult {

  /** The target is there already, or below. */
  record NothingToUndo(Version current) implements DowngradeResult {}

  record Downgraded(Version from, Version to, List<AppliedStep> steps) implements DowngradeResult {}

  /**
   * The connection was lost, and whether this one is undone could not be read.
   *
   * @param goal the version that was to stay
   * @param steps what this run had undone before
   */
  record Unknown(
      Version before,
      Version goal,
      Migration migration,
      List<AppliedStep> steps,
      StatementError error)
      implements DowngradeResult {}

  /** Fewer versions are applied than were to be undone; nothing was changed. */
  record TooManySteps(int wanted, int applied) implements DowngradeResult {}

  /** The track has no such version. */
  record UnknownVersion(Version wanted, List<Version> known) implements DowngradeResult {}

  /** Some of what would be undone has no undo script; nothing was changed. */
  record NoUndoScript(Version current, List<Migration> missing) implements DowngradeResult {}

  /** History and files do not fit together; nothing was changed. */
  record Refused(List<HistoryProblem> problems) implements DowngradeResult {}

  /** Somebody else works on this target; nothing was changed. */
  record Busy(Blocker holder) implements DowngradeResult {}

  /**
   * A session did not let go of a lock that an undo script needs. What came before it is undone,
   * and of itself nothing.
   */
  record Blocked(Version current, Migration migration, List<AppliedStep> steps, Blocker blocker)
      implements DowngradeResult {}

  /**
   * An undo script failed and was rolled back. What came before it is undone.
   *
   * @param goal the version that was to stay
   * @param steps what this run had undone before
   */
  record Failed(
      Version current,
      Version goal,
      Migration migration,
      List<AppliedStep> steps,
      StatementError error)
      implements DowngradeResult {}
}
