package shareddb.schema.autogenerate;

import java.util.List;
import shareddb.schema.catalog.CatalogDifference;

/**
 * The results of trying a new migration, and then its undo script, in a scratch database.
 *
 * @param up whether the migration made the same as the live schema
 * @param down whether the undo script restored the schema before it
 */
public record MigrationProof(Check up, Check down) {

  /** The result of one of the two scripts. */
  public sealed interface Check {

    /** No object differs. */
    record Passed(int objects) implements Check {}

    /** The script ran, and these objects still differ. */
    record Differs(List<CatalogDifference> differences) implements Check {}

    /** Postgres refused it. */
    record Failed(String reason) implements Check {}

    /** The script was not tried, because the migration before it failed. */
    record NotTried() implements Check {}
  }

  public boolean passed() {
    return up instanceof Check.Passed && down instanceof Check.Passed;
  }
}
