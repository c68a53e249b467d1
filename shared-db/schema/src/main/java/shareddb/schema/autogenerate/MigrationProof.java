package shareddb.schema.autogenerate;

import java.util.List;
import shareddb.schema.catalog.CatalogDifference;

/**
 * What a new migration did in a scratch database, and its undo after it.
 *
 * @param up whether the migration made what the live schema is
 * @param down whether the undo made again what was before
 */
public record MigrationProof(Check up, Check down) {

  /** One of the two, tried. */
  public sealed interface Check {

    /** Not one object differs. */
    record Passed(int objects) implements Check {}

    /** It ran, and this it did not bring about. */
    record Differs(List<CatalogDifference> differences) implements Check {}

    /** Postgres refused it. */
    record Failed(String reason) implements Check {}

    /** There was nothing to try it on. */
    record NotTried() implements Check {}
  }

  public boolean passed() {
    return up instanceof Check.Passed && down instanceof Check.Passed;
  }
}
