package shareddb.schema.drift;

import java.util.List;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Version;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.HistoryProblem;

/** The outcome of a drift check. */
public sealed interface DriftResult {

  /**
   * The schema is what its track makes at this version.
   *
   * @param objects the number of compared objects
   * @param reordered tables whose columns are in another order, which does no harm
   */
  record Same(Version version, int objects, List<String> reordered) implements DriftResult {}

  /**
   * The schema was changed by hand, or a change of the track is missing.
   *
   * @param pending repeatable migrations that the schema has in an older text, or not at all
   */
  record Differs(Version version, CatalogComparison comparison, List<RepeatableMigration> pending)
      implements DriftResult {}

  /** The history and the files do not match, so the wanted schema is unknown. */
  record Refused(List<HistoryProblem> problems) implements DriftResult {}

  /** The track cannot be applied to an empty database. */
  record NotApplicable(UpgradeResult result) implements DriftResult {}
}
