package shareddb.tenants;

import java.util.List;

/** What became of the wish that a tenant comes here from another place. */
public sealed interface Arrival {

  /** Its schema is there, at the newest version and without a row of its own; nobody serves it. */
  record Ready() implements Arrival {}

  /** It cannot come, for all of these reasons; nothing was changed. */
  record Refused(List<String> problems) implements Arrival {}

  /** It was here before, and what it left is not taken away yet; nothing was changed. */
  record Kept() implements Arrival {}

  /** Somebody, or the server, is in the way; the same again goes on. */
  record Postponed(String why) implements Arrival {}
}
