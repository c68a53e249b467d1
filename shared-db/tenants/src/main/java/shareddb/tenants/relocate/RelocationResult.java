package shareddb.tenants.relocate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.relocate.copy.ComparedTable;
import shareddb.tenants.relocate.place.RelocationPlace;

/** How a move ended. */
public sealed interface RelocationResult {

  /**
   * The destination serves, and has all that the source had.
   *
   * @param tables what was compared, while nobody wrote
   * @param passes how often everything was looked at before that
   * @param fence for how long nobody could write
   * @param key where it has a new one
   */
  record Moved(
      RelocationPlace from,
      RelocationPlace to,
      List<ComparedTable> tables,
      int passes,
      Duration fence,
      Duration took,
      Optional<TenantKey> key)
      implements RelocationResult {}

  /** The destination serves already; nothing was changed. */
  record ThereAlready(RelocationPlace from, RelocationPlace to) implements RelocationResult {}

  /** It was there before, and what it left is not taken away yet; nothing was changed. */
  record StillKept(RelocationPlace to) implements RelocationResult {}

  /** It cannot move, for all of these reasons; nothing was changed. */
  record Refused(List<String> problems) implements RelocationResult {}

  /**
   * Somebody, or the server, is in the way; nothing was changed, but for what waits there empty.
   */
  record InTheWay(String who) implements RelocationResult {}

  /** The connection was lost at COMMIT, and which of the two places serves could not be read. */
  record Unknown(String why) implements RelocationResult {}

  /**
   * It was begun, and taken back: the source serves on.
   *
   * @param left what is still at the destination, and why
   */
  record TakenBack(String why, Optional<String> left) implements RelocationResult {}
}
