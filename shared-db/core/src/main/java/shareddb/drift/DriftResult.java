package shareddb.drift;

import java.util.List;
import shareddb.catalog.CatalogDifference;
import shareddb.migrate.HistoryProblem;
import shareddb.migrate.UpgradeResult;
import shareddb.track.Version;

/** What a look for drift found. */
public sealed interface DriftResult {

  /** The schema is what its track makes at this version. */
  record Same(Version version, int objects) implements DriftResult {}

  /** Something was changed by hand, or never came about. */
  record Differs(Version version, List<CatalogDifference> differences) implements DriftResult {}

  /** History and files do not fit together, so nobody knows what the schema should be. */
  record Refused(List<HistoryProblem> problems) implements DriftResult {}

  /** The track itself cannot be applied to an empty database. */
  record NotApplicable(UpgradeResult result) implements DriftResult {}
}
