package shareddb.fleet;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.migrate.Blockers;
import shareddb.migrate.StatementError;
import shareddb.migrate.Target;

/** What becomes of a target whose move ended with an error. */
record Trouble(Probe probe, Session session, Culprit culprit, Duration patience) {

  /** A connection that breaks with the same target every time is the target's own fault. */
  static final int TRIES = 5;

  /** An error says little where somebody else changed the target meanwhile. */
  Attempt of(Work work, SQLException error, Duration took) throws Session.Unreachable {
    boolean broke = !session.isCleared();
    try {
      Target target = work.member().target();
      Position now = probe.of(session.to(target), target);
      boolean tried = work.tries() >= TRIES;
      if (!now.isSameAs(work.position()) || (broke && !tried)) {
        return new Attempt.Again(work.at(now));
      }
      return StatementError.of(error).isForLock()
          ? blocked(work, took)
          : new Attempt.Over(work.failed(now, took, culprit.of(work, error)));
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return StatementError.of(e).isForLock() ? locked(work, took) : again(work, took, e);
    }
  }

  private static Attempt again(Work work, Duration took, SQLException error) {
    if (work.tries() < TRIES) {
      return new Attempt.Again(work.again());
    }
    String why = Reason.of(error);
    return new Attempt.Over(
        work.isUnanswered() ? work.outOfReach(why) : work.failed(work.position(), took, why));
  }

  /** Its history is locked again. */
  private Attempt locked(Work work, Duration took) throws Session.Unreachable {
    try {
      return blocked(work, took);
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return again(work, took, e);
    }
  }

  private Attempt blocked(Work work, Duration took) throws SQLException {
    Target target = work.member().target();
    String who = Blockers.lockHolder(session.to(target), target);
    return work.blockedFor().compareTo(patience) > 0
        ? new Attempt.Over(givenUp(work, took, who))
        : new Attempt.Blocked(work.blocked(), who);
  }

  /** Where the history was never read, it is not known how the target stands. */
  private static Outcome givenUp(Work work, Duration took, String who) {
    Position position = work.position();
    return position.ground() == Position.Ground.UNREAD || work.isUnanswered()
        ? work.outOfReach(who)
        : work.failed(position, took, who);
  }
}
