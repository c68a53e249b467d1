package shareddb.tenants.relocate.registry;

import java.util.List;

/** What became of the wish that a tenant comes here from another place. */
public sealed interface ArrivalResult {

  /** Its schema is there, at the newest version and without a row of its own; nobody serves it. */
  record Ready() implements ArrivalResult {}

  /** It cannot come, for all of these reasons; nothing was changed. */
  record Refused(List<String> problems) implements ArrivalResult {}

  /** It was here before, and what it left is not taken away yet; nothing was changed. */
  record Kept() implements ArrivalResult {}

  /** Somebody, or the server, is in the way; the same again goes on. */
  record Postponed(String why) implements ArrivalResult {}
}
