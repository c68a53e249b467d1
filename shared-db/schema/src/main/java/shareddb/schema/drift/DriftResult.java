package shareddb.schema.drift;

import java.util.List;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Version;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.HistoryProblem;

/** What a look for drift found. */
public sealed interface DriftResult {

  /**
   * The schema is what its track makes at this version.
   *
   * @param objects how many were compared
   * @param reordered tables whose columns stand in another order, which harms nobody
   */
  record Same(Version version, int objects, List<String> reordered) implements DriftResult {}

  /**
   * Something was changed by hand, or never came about.
   *
   * @param pending repeatable migrations of which it has another text, or none
   */
  record Differs(Version version, CatalogComparison comparison, List<RepeatableMigration> pending)
      implements DriftResult {}

  /** History and files do not fit together, so nobody knows what the schema should be. */
  record Refused(List<HistoryProblem> problems) implements DriftResult {}

  /** The track itself cannot be applied to an empty database. */
  record NotApplicable(UpgradeResult result) implements DriftResult {}
}
