package shareddb.migrate;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.phase.WaitingContract;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** The result of an upgrade. */
public sealed interface UpgradeResult {

  /** Nothing was pending. */
  record UpToDate(Version current) implements UpgradeResult {}

  /** The migrations were applied. */
  record Upgraded(Version from, Version to, List<AppliedStep> steps) implements UpgradeResult {}

  /**
   * The connection was lost, and the tool could not read how far the upgrade came.
   *
   * @param before the version that is certainly applied
   * @param steps the migrations that this run had applied before
   */
  record Unknown(Version before, List<AppliedStep> steps, StatementError error)
      implements UpgradeResult {}

  /** The wanted version is below the current one. Only a downgrade gets there. */
  record AlreadyBeyond(Version current, Version wanted) implements UpgradeResult {}

  /** The track has no such version. */
  record UnknownVersion(Version wanted, List<Version> known) implements UpgradeResult {}

  /**
   * Another session works on this target.
   *
   * @param steps the migrations that this run had applied before; usually none
   */
  record Busy(Blocker holder, List<AppliedStep> steps) implements UpgradeResult {}

  /**
   * Another session did not release a lock that a migration needs. This migration was rolled back.
   * The migrations before it stay applied.
   */
  record Blocked(
      Version current,
      Optional<UpgradeScript> migration,
      List<AppliedStep> steps,
      List<InvalidIndex> invalid,
      Blocker blocker)
      implements UpgradeResult {}

  /**
   * The schema has objects and no history, so the tool does not know which migrations made them.
   * Nothing was changed.
   */
  record NoHistory(List<String> objects) implements UpgradeResult {}

  /** History and files do not fit together. Nothing was changed. */
  record Refused(List<HistoryProblem> problems) implements UpgradeResult {}

  /**
   * The next migration is a contract that must not run yet. The migrations before it are applied.
   *
   * @param steps the migrations that this run applied
   */
  record ContractWaits(Version current, WaitingContract waiting, List<AppliedStep> steps)
      implements UpgradeResult {

    public ContractWaits {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A migration failed. The migrations before it stay applied. Its own changes were rolled back,
   * unless it ran outside of a transaction.
   *
   * @param steps the migrations that this run had applied before
   * @param invalid the indexes that were never finished
   * @param error the error of Postgres, if Postgres refused the script
   */
  record Failed(
      Version current,
      Optional<UpgradeScript> migration,
      List<AppliedStep> steps,
      List<InvalidIndex> invalid,
      Optional<StatementError> error,
      String report)
      implements UpgradeResult {}
}
