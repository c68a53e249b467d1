package shareddb.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.fleet.Position.Ground;
import shareddb.migrate.HistoryProblem;
import shareddb.migrate.Target;
import shareddb.track.Version;

/** Moves one target after the other on one connection: each as a whole, or not at all. */
final class Mover implements Worker {

  private final Goal goal;
  private final Probe probe;
  private final Scripts scripts;
  private final OneByOne oneByOne;
  private final Groundwork groundwork;
  private final Outages outages;
  private final Session session = new Session();
  private final Stride stride = new Stride();
  private final Trouble trouble;

  Mover(
      Goal goal,
      Probe probe,
      Scripts scripts,
      OneByOne oneByOne,
      Groundwork groundwork,
      Outages outages) {
    this.goal = goal;
    this.probe = probe;
    this.scripts = scripts;
    this.oneByOne = oneByOne;
    this.groundwork = groundwork;
    this.outages = outages;
    this.trouble =
        new Trouble(
            probe, session, new Culprit(scripts, oneByOne.rehearsal(session)), oneByOne.patience());
  }

  @Override
  public int atOnce() {
    return stride.length();
  }

  @Override
  public List<Attempt> work(List<Work> works) throws Session.Unreachable {
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
    return works.stream().map(work -> over(work.outOfReach(why))).toList();
  }

  private List<Attempt> tried(List<Work> works) throws Session.Unreachable {
    Work first = works.getFirst();
    long start = System.nanoTime();
    try {
      return attempt(works, start);
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return List.of(trouble.of(first, e, since(start)));
    } catch (RuntimeException e) {
      String reason = String.valueOf(e.getMessage());
      return List.of(over(first.failed(first.position(), since(start), reason)));
    }
  }

  private List<Attempt> attempt(List<Work> works, long start) throws SQLException {
    Work first = works.getFirst();
    Position position = first.position();
    if (position.ground() == Ground.UNREAD || first.isUnanswered()) {
      Target target = first.member().target();
      return List.of(new Attempt.Again(first.at(probe.of(session.to(target), target))));
    }
    List<HistoryProblem> obstacles = goal.obstacles(position);
    if (!obstacles.isEmpty()) {
      return List.of(over(first.failed(position, since(start), Reason.of(obstacles))));
    }
    if (!goal.concerns(position)) {
      return List.of(over(moved(first, since(start), Outcome.How.BY_OTHERS)));
    }
    groundwork.lay(first, session);
    if (scripts.of(position).isEmpty()) {
      session.close();
      return alone(first, start);
    }
    return together(Batch.of(scripts, works, this::isSociable), start);
  }

  /** A script that went well nowhere yet may be one that takes what comes behind it as its own. */
  private boolean isSociable(Work work) {
    return groundwork.isLaidOnceForAll()
        && goal.obstacles(work.position()).isEmpty()
        && scripts.of(work.position()).filter(stride::isProven).isPresent();
  }

  private List<Attempt> alone(Work work, long start) throws Session.Unreachable {
    try {
      return List.of(over(oneByOne.move(work, start)));
    } catch (SQLException e) {
      return List.of(interrupted(work, e, start));
    }
  }

  /** Where the connection broke, a COMMIT may have been done, or not. */
  private Attempt interrupted(Work work, SQLException error, long start)
      throws Session.Unreachable {
    return session.isCleared() || work.tries() >= Trouble.TRIES
        ? trouble.of(work, error, since(start))
        : new Attempt.Again(work.unanswered());
  }

  private static List<Attempt> unanswered(Batch batch) {
    return batch.works().stream().<Attempt>map(w -> new Attempt.Again(w.unanswered())).toList();
  }

  private List<Attempt> together(Batch batch, long start) throws Session.Unreachable {
    try {
      batch.run(session);
      stride.wentWell(batch.script(), batch.size(), since(start));
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
      return List.of(interrupted(batch.first(), error, start));
    }
    if (!session.isCleared()) {
      return unanswered(batch);
    }
    List<Work> done;
    try {
      done = batch.moved(session);
    } catch (SQLException e) {
      session.close();
      return unanswered(batch);
    }
    List<Attempt> attempts = new ArrayList<>(moved(done, start, batch.size()));
    if (done.size() < batch.size()) {
      attempts.add(trouble.of(batch.works().get(done.size()), error, since(start)));
    }
    return attempts;
  }

  private static Attempt over(Outcome outcome) {
    return new Attempt.Over(outcome);
  }

  private Outcome moved(Work work, Duration took, Outcome.How how) {
    Version from = work.position().current();
    Version to = how == Outcome.How.BY_OTHERS ? from : goal.reached(work.position());
    return new Outcome.Moved(work.member(), from, to, took, how);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
