package shareddb.migrate;

import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** The result of a downgrade. */
public sealed interface DowngradeResult {

  /** The target is already at the wanted version, or below it. */
  record NothingToUndo(Version current) implements DowngradeResult {}

  /** The versions were undone. */
  record Downgraded(Version from, Version to, List<AppliedStep> steps) implements DowngradeResult {}

  /**
   * The connection was lost, and the tool could not read whether this version is undone.
   *
   * @param goal the version that was to stay
   * @param steps the versions that are undone
   */
  record Unknown(
      Version before,
      Version goal,
      Migration migration,
      List<AppliedStep> steps,
      StatementError error)
      implements DowngradeResult {}

  /** The operator asked for more versions than are applied. Nothing was changed. */
  record TooManySteps(int wanted, int applied) implements DowngradeResult {}

  /**
   * The history begins with Flyway's BASELINE row at this version: what is below was not made by
   * migrations of this history, and cannot be undone. Nothing was changed.
   */
  record BelowBaseline(Version baseline) implements DowngradeResult {}

  /** The track has no such version. */
  record UnknownVersion(Version wanted, List<Version> known) implements DowngradeResult {}

  /** Some of the versions have no undo script. Nothing was changed. */
  record NoUndoScript(Version current, List<Migration> missing) implements DowngradeResult {}

  /** History and files do not fit together. Nothing was changed. */
  record Refused(List<HistoryProblem> problems) implements DowngradeResult {}

  /** Another session works on this target. Nothing was changed. */
  record Busy(Blocker holder) implements DowngradeResult {}

  /**
   * Another session did not release a lock that an undo script needs. Its transaction was rolled
   * back. The versions of the transactions before it are undone.
   *
   * @param steps the versions that are undone
   */
  record Blocked(Version current, Migration migration, List<AppliedStep> steps, Blocker blocker)
      implements DowngradeResult {}

  /**
   * An undo script failed, and its transaction was rolled back. The versions of the transactions
   * before it are undone.
   *
   * @param goal the version that was to stay
   * @param steps the versions that are undone
   */
  record Failed(
      Version current,
      Version goal,
      Migration migration,
      List<AppliedStep> steps,
      StatementError error)
      implements DowngradeResult {}
}
