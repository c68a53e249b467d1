package shareddb.migrate;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.CommitGuard;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.StatementError;

/**
 * How a rehearsal ended; nothing was changed, whichever way.
 *
 * @param <R> how the operation itself can end
 */
public sealed interface DryRunResult<R> {

  /** How one try ended. */
  sealed interface Once<R> extends DryRunResult<R> {}

  /** There was nothing to run: the operation itself would end like this. */
  record Ended<R>(R result) implements Once<R> {}

  /**
   * Everything would be done.
   *
   * @param steps each script that comes from a file, and how long it took
   */
  record Passed<R>(Plan.Scripts<R> plan, List<AppliedStep> steps) implements Once<R> {}

  /** These cannot be taken back: nothing was run. */
  record NotInATransaction<R>(List<PlannedScript> scripts) implements Once<R> {}

  /**
   * Postgres refused a script.
   *
   * @param script nothing where not even the plan could be made
   */
  record Failed<R>(Optional<PlannedScript> script, SQLException cause) implements Once<R> {

    public StatementError error() {
      return CommitGuard.explained(StatementError.of(cause));
    }
  }

  /** Another session works on this target. */
  record Busy<R>(Blocker holder) implements DryRunResult<R> {}

  /**
   * A session did not let go of a lock that is needed.
   *
   * @param script the one that needs it; nothing where it was needed to make the plan
   */
  record Blocked<R>(Optional<PlannedScript> script, Blocker blocker) implements DryRunResult<R> {}
}
