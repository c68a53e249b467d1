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
  private final Stride stride = new Stride();
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

  /** How many targets it is well given at once. */
  int atOnce() {
    return stride.length();
  }

  /**
   * How the first of these came out, in their order; those behind them were not tried. All are of
   * one database. Throws only where a server does not answer any more without which there is no
   * run.
   */
  List<Attempt> move(List<Work> works) throws Session.Unreachable {
    Target target = works.getFirst().member().target();
    Optional<String> away = outages.of(target);
    if (away.isPresent()) {
      return unreachable(works, away.get());
    }
    try {
      return tried(works);
    } catch (Session.Unreachable e) {
      return unreachable(works, outages.note(target, e).orElseThrow(() -> e));
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private static List<Attempt> unreachable(List<Work> works, String why) {
    return works.stream()
        .map(work -> new Outcome.Unreachable(work.member(), work.position().current(), why))
        .map(Mover::over)
        .toList();
  }

  private List<Attempt> tried(List<Work> works) throws Session.Unreachable {
    Work first = works.getFirst();
    long start = System.nanoTime();
    try {
      return attempt(works, start);
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return List.of(afterwards(first, e, start));
    } catch (RuntimeException e) {
      String reason = String.valueOf(e.getMessage());
      return List.of(over(failed(first, first.position(), start, reason)));
    }
  }

  private List<Attempt> attempt(List<Work> works, long start) throws SQLException {
    Work first = works.getFirst();
    Position position = first.position();
    List<HistoryProblem> obstacles = goal.obstacles(position);
    if (!obstacles.isEmpty()) {
      return List.of(over(failed(first, position, start, Reason.of(obstacles))));
    }
    if (!goal.concerns(position)) {
      return List.of(over(moved(first, since(start), Outcome.How.BY_OTHERS)));
    }
    groundwork.lay(first, session);
    Optional<InOneGo> whole = scripts.of(position);
    if (whole.isEmpty()) {
      session.close();
      return List.of(over(oneByOne.move(first, start)));
    }
    return together(batch(whole.get(), works), start);
  }

  private Batch batch(InOneGo whole, List<Work> works) {
    int most = groundwork.isLaidOnceForAll() ? stride.length(whole) : 1;
    return Batch.of(
        whole,
        works.subList(0, Math.min(most, works.size())),
        work -> goal.obstacles(work.position()).isEmpty() && isFor(whole, work));
  }

  private boolean isFor(InOneGo whole, Work work) {
    return scripts.of(work.position()).filter(whole::equals).isPresent();
  }

  private List<Attempt> together(Batch batch, long start) throws Session.Unreachable {
    try {
      batch.run(session);
      stride.wentWell(batch, since(start));
      return moved(batch.works(), start, batch.size());
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      stride.failed();
      return afterwards(batch, e, start);
    }
  }

  /** What one of them took, nobody can tell: each its share. */
  private List<Attempt> moved(List<Work> works, long start, int of) {
    Duration share = since(start).dividedBy(of);
    return works.stream().map(work -> over(moved(work, share, Outcome.How.IN_ONE_GO))).toList();
  }

  /** Those before the one in trouble are moved, those behind it were not tried. */
  private List<Attempt> afterwards(Batch batch, SQLException error, long start)
      throws Session.Unreachable {
    if (batch.size() == 1) {
      return List.of(afterwards(batch.works().getFirst(), error, start));
    }
    if (!session.isCleared()) {
      return batch.works().stream().map(Mover::again).toList();
    }
    List<Work> done;
    try {
      done = batch.moved(session);
    } catch (SQLException e) {
      session.close();
      // Whether the server still has them is seen when each is tried again.
      return batch.works().stream().map(Mover::again).toList();
    }
    List<Attempt> attempts = new ArrayList<>(moved(done, start, batch.size()));
    if (done.size() < batch.size()) {
      attempts.add(afterwards(batch.works().get(done.size()), error, start));
    }
    return attempts;
  }

  private static Attempt again(Work work) {
    return new Attempt.Again(work.at(work.position()));
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
          : again(work);
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

  private Outcome moved(Work work, Duration took, Outcome.How how) {
    Version from = work.position().current();
    Version to = how == Outcome.How.BY_OTHERS ? from : goal.reached(work.position());
    return new Outcome.Moved(work.member(), from, to, took, how);
  }

  private static Outcome failed(Work work, Position now, long start, String reason) {
    return new Outcome.Failed(
        work.member(), work.position().current(), now.current(), since(start), reason);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
