package shareddb.migrate;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** How an upgrade ended. */
public sealed interface UpgradeResult {

  /** Nothing was pending. */
  record UpToDate(Version current) implements UpgradeResult {}

  record Upgraded(Version from, Version to, List<AppliedStep> steps) implements UpgradeResult {}

  /**
   * The connection was lost, and how far it came could not be read.
   *
   * @param before the version that is applied for certain
   * @param steps what this run had applied before
   */
  record Unknown(Version before, List<AppliedStep> steps, StatementError error)
      implements UpgradeResult {}

  /** The wanted version is below what is applied: that is a downgrade's work. */
  record AlreadyBeyond(Version current, Version wanted) implements UpgradeResult {}

  /** The track has no such version. */
  record UnknownVersion(Version wanted, List<Version> known) implements UpgradeResult {}

  /**
   * Somebody else works on this target.
   *
   * @param steps what this run had applied before; mostly nothing
   */
  record Busy(Blocker holder, List<AppliedStep> steps) implements UpgradeResult {}

  /**
   * A session did not let go of a lock that a migration needs. What came before it stays applied,
   * and of itself nothing.
   */
  record Blocked(
      Version current,
      Optional<UpgradeScript> migration,
      List<AppliedStep> steps,
      List<InvalidIndex> invalid,
      Blocker blocker)
      implements UpgradeResult {}

  /**
   * The schema has objects and no history: it is not known which migrations made them. Nothing was
   * changed.
   */
  record NoHistory(List<String> objects) implements UpgradeResult {}

  /** History and files do not fit together; nothing was changed. */
  record Refused(List<HistoryProblem> problems) implements UpgradeResult {}

  /**
   * A migration failed. What came before it stays applied; its own changes were rolled back, unless
   * it ran outside of a transaction.
   *
   * @param steps what this run had applied before
   * @param invalid what indexes there are that were never finished
   * @param error what Postgres said, where it was Postgres that refused
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
