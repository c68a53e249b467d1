package shareddb.migrate;

import java.util.List;

/** How a rehearsal ended; nothing was changed, whichever way. */
public sealed interface RehearsalResult {

  /**
   * Everything would be done.
   *
   * @param steps each script that comes from a file, and how long it took
   */
  record Passed(List<AppliedStep> steps) implements RehearsalResult {}

  /** These cannot be taken back: nothing was run. */
  record NotInATransaction(List<PlannedScript> scripts) implements RehearsalResult {}

  /** Postgres refused this one. */
  record Failed(PlannedScript script, StatementError error) implements RehearsalResult {}

  /** Somebody else works on this target. */
  record Busy(Blocker holder) implements RehearsalResult {}

  /** A session did not let go of a lock that is needed. */
  record Blocked(PlannedScript script, Blocker blocker) implements RehearsalResult {}
}
