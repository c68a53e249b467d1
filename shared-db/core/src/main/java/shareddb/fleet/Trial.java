package shareddb.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.Blockers;
import shareddb.migrate.Plan;
import shareddb.migrate.PlannedScript;
import shareddb.migrate.RehearsalResult;
import shareddb.migrate.StatementError;
import shareddb.track.TrackReading;

/** Rehearses one target after the other, each in a transaction that is taken back. */
final class Trial implements Worker {

  private final Session session = new Session();
  private final TargetRehearsal rehearsal;
  private final Duration patience;

  Trial(Goal goal, TrackReading track, Duration patience) {
    this.rehearsal = new TargetRehearsal(goal, track, session);
    this.patience = patience;
  }

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public List<Attempt> work(List<Work> some) throws Session.Unreachable {
    Work work = some.getFirst();
    // A database cannot be made in a transaction.
    if (work.position().ground() == Position.Ground.NO_DATABASE) {
      return List.of(new Attempt.Untried());
    }
    long start = System.nanoTime();
    try {
      return List.of(attempt(work, rehearsal.of(work.member().target()), start));
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      session.close();
      return List.of(failed(work, start, Reason.of(e)));
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private Attempt attempt(Work work, RehearsalResult.Once<OneByOne.End> result, long start)
      throws SQLException {
    return switch (result) {
      case RehearsalResult.Ended<OneByOne.End>(OneByOne.End end) ->
          new Attempt.Over(end.outcome(work, since(start), Outcome.How.BY_OTHERS));
      case RehearsalResult.Passed<OneByOne.End>(Plan.Scripts<OneByOne.End> plan, var steps) ->
          new Attempt.Over(
              new Outcome.Moved(
                  work.member(), plan.from(), plan.to(), since(start), Outcome.How.IN_ONE_GO));
      case RehearsalResult.NotInATransaction<OneByOne.End> alone -> new Attempt.Untried();
      case RehearsalResult.Failed<OneByOne.End> failed -> refused(work, failed, start);
    };
  }

  private Attempt refused(Work work, RehearsalResult.Failed<?> failed, long start)
      throws SQLException {
    StatementError error = failed.error();
    if (!error.isForLock()) {
      Optional<String> script = failed.script().map(PlannedScript::title);
      return failed(work, start, script.map(s -> s + ": ").orElse("") + error.line());
    }
    String who = Blockers.lockHolder(session.to(work.member().target()), work.member().target());
    return work.blockedFor().compareTo(patience) > 0
        ? failed(work, start, who)
        : new Attempt.Blocked(work.blocked(), who);
  }

  private static Attempt failed(Work work, long start, String reason) {
    return new Attempt.Over(work.failed(work.position(), since(start), reason));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
