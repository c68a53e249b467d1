package shareddb.schema.drift;

import shareddb.base.track.Version;
import shareddb.migrate.UpgradeResult;

/** The outcome of comparing a schema with every version of a track. */
public sealed interface VersionMatch {

  /**
   * The schema is what the track makes at this version.
   *
   * @param objects how many objects were compared
   */
  record Is(Version version, int objects) implements VersionMatch {}

  /** The schema is no version of the track. This version has the fewest differences. */
  record Nearest(Version version, CatalogComparison comparison) implements VersionMatch {}

  /** The schema has no objects, or does not exist. */
  record Empty() implements VersionMatch {}

  /** The track itself cannot be applied to an empty database. */
  record NotApplicable(UpgradeResult upgrade) implements VersionMatch {}
}
