package shareddb.tenants.relocate.registry;

import java.util.List;

/** The outcome of preparing a destination for a tenant. */
public sealed interface ArrivalResult {

  /**
   * The destination is ready: it is at the newest version, has no row of the tenant's own, and does
   * not serve yet.
   */
  record Ready() implements ArrivalResult {}

  /** The tenant cannot come here, for all of these reasons; nothing was changed. */
  record Refused(List<String> problems) implements ArrivalResult {}

  /** The tenant was here before, and its old rows are still kept; nothing was changed. */
  record Kept() implements ArrivalResult {}

  /** A session or the server blocks it; the next try goes on from here. */
  record Postponed(String why) implements ArrivalResult {}
}
