package shareddb.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.HistoryProblem;
import shareddb.migrate.InOneGo;
import shareddb.migrate.StatementError;
import shareddb.migrate.Target;
import shareddb.track.Version;

/** Moves one target after the other on one connection: each as a whole, or not at all. */
final class Mover implements AutoCloseable {

  /** A connection that breaks with the same target every time is the target's own fault. */
  private static final int TRIES = 5;

  private final Goal goal;
  private final Probe probe;
  private final Scripts scripts;
  private final OneByOne oneByOne;
  private final Duration patience;
  private final Groundwork groundwork;
  private final Outages outages;
  private final Session session = new Session();
  private final Unkept unkept = new Unkept(session);
  private final Culprit culprit;

  Mover(
      Goal goal,
      Probe probe,
      Scripts scripts,
      OneByOne oneByOne,
      Duration patience,
      Groundwork groundwork,
      Outages outages) {
    this.goal = goal;
    this.probe = probe;
    this.scripts = scripts;
    this.oneByOne = oneByOne;
    this.patience = patience;
    this.groundwork = groundwork;
    this.outages = outages;
    this.culprit = new Culprit(goal, scripts, session);
  }

  /**
   * What is known by now of this target, or of earlier ones. Throws only where a server does not
   * answer any more without which there is no run.
   */
  List<Attempt> move(Work work) throws Session.Unreachable {
    List<Attempt> known = new ArrayList<>();
    if (session.isOfAnother(work.member().target())) {
      known.addAll(keep());
    }
    reached(work, known);
    if (unkept.isDue()) {
      known.addAll(keep());
    }
    return known;
  }

  /** What was not yet known of the targets that were moved. */
  List<Attempt> keep() {
    return unkept.keep();
  }

  @Override
  public void close() {
    session.close();
  }

  private void reached(Work work, List<Attempt> known) throws Session.Unreachable {
    Target target = work.member().target();
    Optional<String> away = outages.of(target);
    if (away.isPresent()) {
      known.add(unreachable(work, away.get()));
      return;
    }
    try {
      tried(work, known);
    } catch (Session.Unreachable e) {
      String why = outages.note(target, e).orElseThrow(() -> e);
      known.addAll(keep());
      known.add(unreachable(work, why));
    }
  }

  private static Attempt unreachable(Work work, String why) {
    return over(new Outcome.Unreachable(work.member(), work.position().current(), why));
  }

  private void tried(Work work, List<Attempt> known) throws Session.Unreachable {
    long start = System.nanoTime();
    try {
      attempt(work, start, known);
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      known.add(afterwards(work, e, start));
    } catch (RuntimeException e) {
      known.add(over(failed(work, work.position(), start, String.valueOf(e.getMessage()))));
    }
  }

  private void attempt(Work work, long start, List<Attempt> known) throws SQLException {
    Position position = work.position();
    List<HistoryProblem> obstacles = goal.obstacles(position);
    if (!obstacles.isEmpty()) {
      known.add(over(failed(work, position, start, Reason.of(obstacles))));
      return;
    }
    if (!goal.concerns(position)) {
      known.add(over(moved(work, start, Outcome.How.BY_OTHERS)));
      return;
    }
    groundwork.lay(work, session);
    Optional<InOneGo> whole = scripts.of(position);
    if (whole.isPresent()) {
      run(work, whole.get());
      unkept.add(work, moved(work, start, Outcome.How.IN_ONE_GO));
    } else {
      known.addAll(keep());
      session.close();
      known.add(over(oneByOne.move(work, start)));
    }
  }

  private void run(Work work, InOneGo whole) throws SQLException {
    Target target = work.member().target();
    session.run(
        target,
        work.position().ground().isBare()
            ? whole.onNew(target)
            : whole.on(target, work.position().newestRank()));
  }

  /** An error says little where somebody else changed the target meanwhile. */
  private Attempt afterwards(Work work, SQLException error, long start) throws Session.Unreachable {
    boolean broke = !session.isCleared();
    try {
      Target target = work.member().target();
      Position now = probe.of(session.to(target), target);
      boolean tried = work.tries() >= TRIES;
      if (!now.isSameAs(work.position()) || (broke && !tried)) {
        return new Attempt.Again(work.at(now));
      }
      return StatementError.of(error).isForLock()
          ? blocked(work, start)
          : over(failed(work, now, start, culprit.of(work, error)));
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return work.tries() >= TRIES
          ? over(failed(work, work.position(), start, Reason.of(e)))
          : new Attempt.Again(work.at(work.position()));
    }
  }

  private Attempt blocked(Work work, long start) throws SQLException {
    Target target = work.member().target();
    String who = InTheWay.of(session.to(target), target);
    return work.blockedFor().compareTo(patience) > 0
        ? over(failed(work, work.position(), start, who))
        : new Attempt.Blocked(work.blocked(), who);
  }

  private static Attempt over(Outcome outcome) {
    return new Attempt.Over(outcome);
  }

  private Outcome moved(Work work, long start, Outcome.How how) {
    Version from = work.position().current();
    Version to = how == Outcome.How.BY_OTHERS ? from : goal.reached(work.position());
    return new Outcome.Moved(work.member(), from, to, since(start), how);
  }

  private static Outcome failed(Work work, Position now, long start, String reason) {
    return new Outcome.Failed(
        work.member(), work.position().current(), now.current(), since(start), reason);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
