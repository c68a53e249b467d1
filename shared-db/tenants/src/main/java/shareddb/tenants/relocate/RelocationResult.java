package shareddb.tenants.relocate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.relocate.copy.EqualTable;
import shareddb.tenants.relocate.place.RelocationPlace;

/** The outcome of a relocation. */
public sealed interface RelocationResult {

  /**
   * The destination serves the tenant and has all rows of the source.
   *
   * @param tables the tables that were compared while writes were blocked
   * @param passes how often all rows were compared before writes were blocked
   * @param fence how long writes were blocked
   * @param key the new key, if the tenant got one
   */
  record Moved(
      RelocationPlace from,
      RelocationPlace to,
      List<EqualTable> tables,
      int passes,
      Duration fence,
      Duration took,
      Optional<TenantKey> key)
      implements RelocationResult {}

  /** The destination already serves the tenant; nothing was changed. */
  record ThereAlready(RelocationPlace from, RelocationPlace to) implements RelocationResult {}

  /**
   * The tenant was at this destination before, and its old rows are still kept there; nothing was
   * changed.
   */
  record StillKept(RelocationPlace to) implements RelocationResult {}

  /** The tenant cannot be relocated, for all of these reasons; nothing was changed. */
  record Refused(List<String> problems) implements RelocationResult {}

  /**
   * A session or the server blocks the relocation; nothing was changed, except that an empty
   * destination may wait.
   */
  record InTheWay(String who) implements RelocationResult {}

  /**
   * The connection was lost at COMMIT, and it could not be read which of the two places serves the
   * tenant.
   */
  record Unknown(String why) implements RelocationResult {}

  /**
   * The relocation began and was undone: the source still serves.
   *
   * @param left what could not be removed from the destination, and why
   */
  record TakenBack(String why, Optional<String> left) implements RelocationResult {}
}
