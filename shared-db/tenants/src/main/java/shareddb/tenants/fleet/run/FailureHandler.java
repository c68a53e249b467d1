package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.track.Target;
import shareddb.migrate.lock.BlockerQuery;
import shareddb.migrate.script.StatementError;
import shareddb.tenants.fleet.survey.HistoryProbe;
import shareddb.tenants.fleet.targets.FailureReason;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.fleet.targets.TargetPosition;

/** Decides after an error whether a target is tried again or has failed. */
record FailureHandler(
    HistoryProbe probe, WorkerSession session, FailedScript culprit, Duration patience) {

  /** After this number of tries a broken connection counts as a failure of the target itself. */
  static final int TRIES = 5;

  /**
   * Reads the history first. If another session has changed the target, the error does not count
   * and the target is tried again.
   */
  TargetAttempt of(TargetWork work, SQLException error, Duration took)
      throws WorkerSession.Unreachable {
    boolean broke = !session.isCleared();
    try {
      Target target = work.member().target();
      TargetPosition now = probe.of(session.to(target), target);
      boolean tried = work.tries() >= TRIES;
      if (!now.isSameAs(work.position()) || (broke && !tried)) {
        return new TargetAttempt.Again(work.at(now));
      }
      return StatementError.of(error).isForLock()
          ? blocked(work, took)
          : new TargetAttempt.Over(work.failed(now, took, culprit.of(work, error)));
    } catch (WorkerSession.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return StatementError.of(e).isForLock() ? locked(work, took) : again(work, took, e);
    }
  }

  private static TargetAttempt again(TargetWork work, Duration took, SQLException error) {
    if (work.tries() < TRIES) {
      return new TargetAttempt.Again(work.again());
    }
    String why = FailureReason.of(error);
    return new TargetAttempt.Over(
        work.isUnanswered() ? work.outOfReach(why) : work.failed(work.position(), took, why));
  }

  /** Handles an error while the history was read: another session locks it. */
  private TargetAttempt locked(TargetWork work, Duration took) throws WorkerSession.Unreachable {
    try {
      return blocked(work, took);
    } catch (WorkerSession.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return again(work, took, e);
    }
  }

  private TargetAttempt blocked(TargetWork work, Duration took) throws SQLException {
    Target target = work.member().target();
    String who = BlockerQuery.lockHolder(session.to(target), target);
    return work.blockedFor().compareTo(patience) > 0
        ? new TargetAttempt.Over(givenUp(work, took, who))
        : new TargetAttempt.Blocked(work.blocked(), who);
  }

  /**
   * If the history was never read, or the answer to a COMMIT was lost, the state of the target is
   * not known.
   */
  private static TargetOutcome givenUp(TargetWork work, Duration took, String who) {
    TargetPosition position = work.position();
    return position.ground() == TargetPosition.Ground.UNREAD || work.isUnanswered()
        ? work.outOfReach(who)
        : work.failed(position, took, who);
  }
}
