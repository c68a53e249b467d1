package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.jdbc.Query;

/**
 * Runs a plan for real, all of it in one transaction, and takes it back. The plan is made in the
 * same transaction, by a session that has the target's lock already: what another session did
 * before is seen.
 */
public final class Rehearsal {

  /**
   * What else is only found out at the commit; the next script finds the constraints as they were.
   */
  private static final String CHECK_AS_AT_COMMIT =
      "SAVEPOINT workshop_commit;\n"
          + CommitGuard.RELEASE
          + ";\nSET CONSTRAINTS ALL IMMEDIATE;\nROLLBACK TO SAVEPOINT workshop_commit;\n"
          + "RELEASE SAVEPOINT workshop_commit";

  private Rehearsal() {}

  /** On a session of its own, which waits for the target's lock first. */
  public static <R> RehearsalResult<R> run(
      Target target, Planner<R> planner, Witness witness, Caller caller) throws SQLException {
    try (Connection connection = FlywayRun.session(target).connect();
        Retries retries = new Retries(target, caller)) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, caller);
      if (holder.isPresent()) {
        return new RehearsalResult.Busy<>(holder.get());
      }
      retries.in(connection);
      Abandoned.endSoon(connection);
      return patiently(connection, planner, witness, retries);
    }
  }

  private static <R> RehearsalResult<R> patiently(
      Connection connection, Planner<R> planner, Witness witness, Retries retries)
      throws SQLException {
    while (true) {
      RehearsalResult.Once<R> result = once(connection, planner, witness);
      if (!(result instanceof RehearsalResult.Failed<R> failed)) {
        return result;
      }
      if (!retries.again(failed.cause())) {
        return refused(failed, retries);
      }
    }
  }

  private static <R> RehearsalResult<R> refused(RehearsalResult.Failed<R> failed, Retries retries) {
    Optional<Blocker> blocker =
        Retries.isForLock(failed.cause().getSQLState()) ? retries.blocker() : Optional.empty();
    return blocker.isPresent()
        ? new RehearsalResult.Blocked<>(failed.script(), blocker.get())
        : failed;
  }

  /** One try; another one may go through where a lock was missing. */
  public static <R> RehearsalResult.Once<R> once(
      Connection connection, Planner<R> planner, Witness witness) throws SQLException {
    connection.setAutoCommit(false);
    try {
      return switch (planner.plan(connection)) {
        case Plan.Ended<R>(R result) -> new RehearsalResult.Ended<>(result);
        case Plan.Scripts<R> plan -> run(connection, plan, witness);
      };
    } catch (SQLException e) {
      return new RehearsalResult.Failed<>(Optional.empty(), e);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static <R> RehearsalResult.Once<R> run(
      Connection connection, Plan.Scripts<R> plan, Witness witness) throws SQLException {
    List<PlannedScript> alone = plan.all().stream().filter(s -> !s.inOneTransaction()).toList();
    if (!alone.isEmpty()) {
      return new RehearsalResult.NotInATransaction<>(alone);
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
        return new RehearsalResult.Failed<>(Optional.of(script), e);
      }
    }
    witness.after(connection);
    return new RehearsalResult.Passed<>(plan, List.copyOf(steps));
  }
}
