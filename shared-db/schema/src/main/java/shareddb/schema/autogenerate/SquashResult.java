package shareddb.schema.autogenerate;

import java.nio.file.Path;
import java.util.List;
import shareddb.base.track.Version;
import shareddb.migrate.UpgradeResult;
import shareddb.schema.catalog.CatalogDifference;

/** The outcome of writing a base script. */
public sealed interface SquashResult {

  /**
   * The script is written. In a scratch database it makes what the migrations make.
   *
   * @param migrations how many migrations it stands for
   * @param objects how many objects were compared
   */
  record Written(Path file, int migrations, int objects) implements SquashResult {}

  /** The track has no such version. */
  record UnknownVersion(List<Version> known) implements SquashResult {}

  /** There is a base script of this version already. */
  record AlreadyThere(Path file) implements SquashResult {}

  /** The migrations leave rows in these tables, which a base script would not make. */
  record HasRows(List<String> tables) implements SquashResult {}

  /** The script makes something else than the migrations; it is not written. */
  record Differs(List<CatalogDifference> differences, List<String> reordered)
      implements SquashResult {}

  /** The script cannot be run; it is not written. */
  record NotRunnable(String script, UpgradeResult upgrade) implements SquashResult {}

  /** The migrations themselves cannot be applied to an empty database. */
  record NotApplicable(UpgradeResult upgrade) implements SquashResult {}
}
