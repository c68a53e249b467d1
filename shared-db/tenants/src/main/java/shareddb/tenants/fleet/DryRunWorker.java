package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.TrackReading;
import shareddb.migrate.DryRunResult;
import shareddb.migrate.lock.BlockerQuery;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.StatementError;
import shareddb.tenants.fleet.run.FleetWorker;
import shareddb.tenants.fleet.run.SingleTarget;
import shareddb.tenants.fleet.run.TargetAttempt;
import shareddb.tenants.fleet.run.TargetDryRun;
import shareddb.tenants.fleet.run.TargetWork;
import shareddb.tenants.fleet.run.WorkerSession;
import shareddb.tenants.fleet.targets.FailureReason;
import shareddb.tenants.fleet.targets.TargetGoal;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.fleet.targets.TargetPosition;

/**
 * Tries the scripts of one target after the other, each target in a transaction that is rolled
 * back.
 */
public final class DryRunWorker implements FleetWorker {

  private final WorkerSession session = new WorkerSession();
  private final TargetDryRun rehearsal;
  private final Duration patience;

  public DryRunWorker(TargetGoal goal, TrackReading track, Duration patience) {
    this.rehearsal = new TargetDryRun(goal, track, session);
    this.patience = patience;
  }

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public List<TargetAttempt> work(List<TargetWork> some) throws WorkerSession.Unreachable {
    TargetWork work = some.getFirst();
    // CREATE DATABASE cannot run in a transaction.
    if (work.position().ground() == TargetPosition.Ground.NO_DATABASE) {
      return List.of(new TargetAttempt.Untried());
    }
    long start = System.nanoTime();
    try {
      return List.of(attempt(work, rehearsal.of(work.member().target()), start));
    } catch (WorkerSession.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      session.close();
      return List.of(failed(work, start, FailureReason.of(e)));
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private TargetAttempt attempt(
      TargetWork work, DryRunResult.Once<SingleTarget.End> result, long start) throws SQLException {
    return switch (result) {
      case DryRunResult.Ended<SingleTarget.End>(SingleTarget.End end) ->
          new TargetAttempt.Over(end.outcome(work, since(start), TargetOutcome.How.BY_OTHERS));
      case DryRunResult.Passed<SingleTarget.End>(Plan.Scripts<SingleTarget.End> plan, var steps) ->
          new TargetAttempt.Over(
              new TargetOutcome.Moved(
                  work.member(),
                  plan.from(),
                  plan.to(),
                  since(start),
                  TargetOutcome.How.IN_ONE_GO));
      case DryRunResult.NotInATransaction<SingleTarget.End> alone -> new TargetAttempt.Untried();
      case DryRunResult.Failed<SingleTarget.End> failed -> refused(work, failed, start);
    };
  }

  private TargetAttempt refused(TargetWork work, DryRunResult.Failed<?> failed, long start)
      throws SQLException {
    StatementError error = failed.error();
    if (!error.isForLock()) {
      Optional<String> script = failed.script().map(PlannedScript::title);
      return failed(work, start, script.map(s -> s + ": ").orElse("") + error.line());
    }
    String who =
        BlockerQuery.lockHolder(session.to(work.member().target()), work.member().target());
    return work.blockedFor().compareTo(patience) > 0
        ? failed(work, start, who)
        : new TargetAttempt.Blocked(work.blocked(), who);
  }

  private static TargetAttempt failed(TargetWork work, long start, String reason) {
    return new TargetAttempt.Over(work.failed(work.position(), since(start), reason));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
