package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.DryRun;
import shareddb.migrate.DryRunObserver;
import shareddb.migrate.DryRunResult;
import shareddb.migrate.UpgradePlan;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.role.ApiRole;
import shareddb.migrate.script.Planner;
import shareddb.tenants.fleet.targets.TargetGoal;

/** Tries on a worker's connection what a run does on a target. */
public record TargetDryRun(TargetGoal goal, TrackReading track, WorkerSession session) {

  /** Makes the plan after the transaction has taken the target's advisory lock. */
  public DryRunResult.Once<SingleTarget.End> of(Target target) throws SQLException {
    return switch (goal) {
      case TargetGoal.Up(Version to) ->
          once(target, UpgradePlan.of(track, target, Optional.of(to), false), SingleTarget::end);
      case TargetGoal.Down(Version to) ->
          once(
              target,
              DowngradePlan.of(track, target, new DowngradeTo.TheVersion(to)),
              SingleTarget::end);
    };
  }

  private <R> DryRunResult.Once<SingleTarget.End> once(
      Target target, Planner<R> planner, Function<R, SingleTarget.End> end) throws SQLException {
    String lock = "SELECT pg_advisory_xact_lock(%d)".formatted(HistoryLock.key(target));
    return DryRun.once(
        session.to(target),
        connection -> {
          Query.execute(connection, lock);
          // A run makes the roles before it begins. Here the role is made in the transaction, so
          // that the rollback removes it too.
          Query.execute(connection, ApiRole.createUnlessThere(target.apiRole()));
          return planner.plan(connection).map(end);
        },
        DryRunObserver.NONE);
  }
}
