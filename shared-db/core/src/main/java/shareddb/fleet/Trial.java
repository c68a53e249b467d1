package shareddb.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.fleet.Position.Ground;
import shareddb.migrate.ApiRole;
import shareddb.migrate.Blockers;
import shareddb.migrate.HistoryProblem;
import shareddb.migrate.InOneGo;
import shareddb.migrate.StatementError;
import shareddb.migrate.Target;

/** Moves targets in transactions that are all taken back, one after the other. */
final class Trial implements AutoCloseable {

  /** What is else only found out at the end of a transaction. */
  private static final String DEFERRED = "SET CONSTRAINTS ALL IMMEDIATE";

  private final Goal goal;
  private final Scripts scripts;
  private final Duration patience;
  private final Session session = new Session();

  Trial(Goal goal, Scripts scripts, Duration patience) {
    this.goal = goal;
    this.scripts = scripts;
    this.patience = patience;
  }

  /** Nothing where a step cannot be taken back, or is Flyway's, so that none is run. */
  Optional<Attempt> of(Work work) throws Session.Unreachable {
    long start = System.nanoTime();
    Position position = work.position();
    List<HistoryProblem> obstacles = goal.obstacles(position);
    if (!obstacles.isEmpty()) {
      return Optional.of(failed(work, start, Reason.of(obstacles)));
    }
    Optional<InOneGo> whole = scripts.of(position);
    // A database cannot be made in a transaction.
    if (position.ground() == Ground.NO_DATABASE) {
      return Optional.empty();
    }
    return whole.isPresent() ? Optional.of(run(work, whole.get(), start)) : Optional.empty();
  }

  @Override
  public void close() {
    session.close();
  }

  private Attempt run(Work work, InOneGo whole, long start) throws Session.Unreachable {
    for (InOneGo.Part part : parts(work, whole)) {
      try {
        session.part(work.member().target(), part.sql());
      } catch (Session.Unreachable e) {
        throw e;
      } catch (SQLException e) {
        session.isCleared();
        return refused(work, part, e, start);
      }
    }
    session.isCleared();
    Position position = work.position();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Attempt.Over(
        new Outcome.Moved(
            work.member(),
            position.current(),
            goal.reached(position),
            took,
            Outcome.How.IN_ONE_GO));
  }

  /** Without the last, which would commit them. */
  private static List<InOneGo.Part> parts(Work work, InOneGo whole) {
    Target target = work.member().target();
    List<InOneGo.Part> all = work.parts(whole);
    List<InOneGo.Part> parts = new ArrayList<>(all.subList(0, all.size() - 1));
    // A run makes the roles before it begins; here they are taken back too.
    String role = ApiRole.createUnlessThere(target.apiRole());
    parts.add(1, new InOneGo.Part(Optional.empty(), role));
    parts.add(new InOneGo.Part(Optional.empty(), DEFERRED));
    return parts;
  }

  private Attempt refused(Work work, InOneGo.Part part, SQLException error, long start)
      throws Session.Unreachable {
    if (!StatementError.of(error).isForLock()) {
      return failed(work, start, script(part) + Reason.of(error));
    }
    String who = who(work.member().target());
    return work.blockedFor().compareTo(patience) > 0
        ? failed(work, start, who)
        : new Attempt.Blocked(work.blocked(), who);
  }

  private String who(Target target) throws Session.Unreachable {
    try {
      return Blockers.lockHolder(session.to(target), target);
    } catch (Session.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return Reason.of(e);
    }
  }

  private String script(InOneGo.Part part) {
    return part.migration()
        .map(m -> (goal instanceof Goal.Up ? m.script() : m.undoScript()) + ": ")
        .orElse("");
  }

  private static Attempt failed(Work work, long start, String reason) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Attempt.Over(work.failed(work.position(), took, reason));
  }
}
