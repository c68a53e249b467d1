package shareddb.fleet;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import shareddb.jdbc.Query;
import shareddb.migrate.ApiRole;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.HistoryLock;
import shareddb.migrate.Planner;
import shareddb.migrate.Rehearsal;
import shareddb.migrate.RehearsalResult;
import shareddb.migrate.Target;
import shareddb.migrate.UpgradePlan;
import shareddb.migrate.Witness;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/** Rehearses on a worker's connection what a run does on a target. */
record TargetRehearsal(Goal goal, TrackReading track, Session session) {

  /** The plan is made once the transaction has the target's lock. */
  RehearsalResult.Once<OneByOne.End> of(Target target) throws SQLException {
    return switch (goal) {
      case Goal.Up(Version to) ->
          once(target, UpgradePlan.of(track, target, Optional.of(to), false), OneByOne::end);
      case Goal.Down(Version to) ->
          once(
              target,
              DowngradePlan.of(track, target, new DowngradeTo.TheVersion(to)),
              OneByOne::end);
    };
  }

  private <R> RehearsalResult.Once<OneByOne.End> once(
      Target target, Planner<R> planner, Function<R, OneByOne.End> end) throws SQLException {
    String lock = "SELECT pg_advisory_xact_lock(%d)".formatted(HistoryLock.key(target));
    return Rehearsal.once(
        session.to(target),
        connection -> {
          Query.execute(connection, lock);
          // A run makes the roles before it begins; here they are taken back too.
          Query.execute(connection, ApiRole.createUnlessThere(target.apiRole()));
          return planner.plan(connection).map(end);
        },
        Witness.NONE);
  }
}
