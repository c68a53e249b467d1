package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.migrate.lock.AbandonedSession;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.CommitGuard;
import shareddb.migrate.script.NewEnumValues;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.Planner;
import shareddb.migrate.script.ScriptRunner;

/**
 * A dry run: runs all scripts of a plan in one transaction and rolls it back. The plan is made in
 * the same transaction, by a session that already holds the target's lock, so that it sees all
 * changes of earlier sessions.
 */
public final class DryRun {

  /**
   * Checks the deferred constraints, which Postgres would only check at COMMIT. Afterwards they are
   * deferred again for the next script.
   */
  private static final String CHECK_AS_AT_COMMIT =
      "SAVEPOINT workshop_commit;\n"
          + CommitGuard.RELEASE
          + ";\nSET CONSTRAINTS ALL IMMEDIATE;\nROLLBACK TO SAVEPOINT workshop_commit;\n"
          + "RELEASE SAVEPOINT workshop_commit";

  private DryRun() {}

  /** Runs the dry run on its own session, which first waits for the target's lock. */
  public static <R> DryRunResult<R> run(
      Target target, Planner<R> planner, DryRunObserver witness, OperationListener caller)
      throws SQLException {
    try (Connection connection = FlywaySetup.session(target).connect();
        LockRetries retries = new LockRetries(target, caller)) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, caller);
      if (holder.isPresent()) {
        return new DryRunResult.Busy<>(holder.get());
      }
      retries.in(connection);
      AbandonedSession.endSoon(connection);
      return patiently(connection, planner, witness, retries);
    }
  }

  private static <R> DryRunResult<R> patiently(
      Connection connection, Planner<R> planner, DryRunObserver witness, LockRetries retries)
      throws SQLException {
    while (true) {
      DryRunResult.Once<R> result = once(connection, planner, witness);
      if (!(result instanceof DryRunResult.Failed<R> failed)) {
        return result;
      }
      if (!retries.again(failed.cause())) {
        return refused(failed, retries);
      }
    }
  }

  private static <R> DryRunResult<R> refused(DryRunResult.Failed<R> failed, LockRetries retries) {
    Optional<Blocker> blocker =
        LockRetries.isForLock(failed.cause().getSQLState()) ? retries.blocker() : Optional.empty();
    return blocker.isPresent()
        ? new DryRunResult.Blocked<>(failed.script(), blocker.get())
        : failed;
  }

  /** One try. The caller may try again if a lock was missing. */
  public static <R> DryRunResult.Once<R> once(
      Connection connection, Planner<R> planner, DryRunObserver witness) throws SQLException {
    connection.setAutoCommit(false);
    try {
      return switch (planner.plan(connection)) {
        case Plan.Ended<R>(R result) -> new DryRunResult.Ended<>(result);
        case Plan.Scripts<R> plan -> run(connection, plan, witness);
      };
    } catch (SQLException e) {
      return new DryRunResult.Failed<>(Optional.empty(), e);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static <R> DryRunResult.Once<R> run(
      Connection connection, Plan.Scripts<R> plan, DryRunObserver witness) throws SQLException {
    List<PlannedScript> alone = plan.all().stream().filter(s -> !s.inOneTransaction()).toList();
    if (!alone.isEmpty()) {
      return new DryRunResult.NotInATransaction<>(alone);
    }
    List<AppliedStep> steps = new ArrayList<>();
    CommitGuard.raise(connection);
    witness.before(connection);
    for (PlannedScript script : plan.all()) {
      try {
        AppliedStep step = ScriptRunner.run(connection, script);
        if (plan.commitsAfter(script)) {
          Query.execute(connection, CHECK_AS_AT_COMMIT);
          NewEnumValues.makeUsable(connection);
        } else {
          NewEnumValues.makeUsableInNewSchema(connection);
        }
        if (script.file().isPresent()) {
          steps.add(step);
        }
      } catch (SQLException e) {
        return new DryRunResult.Failed<>(Optional.of(script), e);
      }
    }
    witness.after(connection);
    return new DryRunResult.Passed<>(plan, List.copyOf(steps));
  }
}
