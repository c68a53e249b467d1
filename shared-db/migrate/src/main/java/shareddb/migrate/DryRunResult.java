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
 * The result of a dry run. A dry run never changes the target.
 *
 * @param <R> the result type of the operation itself
 */
public sealed interface DryRunResult<R> {

  /** The result of one try. */
  sealed interface Once<R> extends DryRunResult<R> {}

  /** There was nothing to run. The operation itself would end with this result. */
  record Ended<R>(R result) implements Once<R> {}

  /**
   * All scripts ran without an error.
   *
   * @param steps each script that comes from a file, and how long it took
   */
  record Passed<R>(Plan.Scripts<R> plan, List<AppliedStep> steps) implements Once<R> {}

  /** These scripts cannot be rolled back. Nothing was run. */
  record NotInATransaction<R>(List<PlannedScript> scripts) implements Once<R> {}

  /**
   * Postgres refused a script.
   *
   * @param script empty if the plan itself could not be made
   */
  record Failed<R>(Optional<PlannedScript> script, SQLException cause) implements Once<R> {

    public StatementError error() {
      return CommitGuard.explained(StatementError.of(cause));
    }
  }

  /** Another session works on this target. */
  record Busy<R>(Blocker holder) implements DryRunResult<R> {}

  /**
   * Another session did not release a lock that the dry run needs.
   *
   * @param script the script that needs the lock; empty if the plan needed it
   */
  record Blocked<R>(Optional<PlannedScript> script, Blocker blocker) implements DryRunResult<R> {}
}
