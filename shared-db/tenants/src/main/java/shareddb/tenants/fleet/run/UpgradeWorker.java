package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;
import shareddb.tenants.fleet.survey.HistoryProbe;
import shareddb.tenants.fleet.targets.FailureReason;
import shareddb.tenants.fleet.targets.TargetGoal;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.fleet.targets.TargetPosition;
import shareddb.tenants.fleet.targets.TargetPosition.Ground;

/**
 * Upgrades or downgrades targets on one connection. If the scripts of a target can be one
 * transaction, the target is changed completely or not at all.
 */
public final class UpgradeWorker implements FleetWorker {

  private final TargetGoal goal;
  private final HistoryProbe probe;
  private final FleetScripts scripts;
  private final SingleTarget oneByOne;
  private final DatabaseAndRole databaseAndRole;
  private final ServerOutages outages;
  private final WorkerSession session = new WorkerSession();
  private final AdaptiveBatchSize batchSize = new AdaptiveBatchSize();
  private final FailureHandler failures;

  public UpgradeWorker(
      TargetGoal goal,
      HistoryProbe probe,
      FleetScripts scripts,
      SingleTarget oneByOne,
      DatabaseAndRole databaseAndRole,
      ServerOutages outages) {
    this.goal = goal;
    this.probe = probe;
    this.scripts = scripts;
    this.oneByOne = oneByOne;
    this.databaseAndRole = databaseAndRole;
    this.outages = outages;
    this.failures =
        new FailureHandler(
            probe,
            session,
            new FailedScript(scripts, oneByOne.rehearsal(session)),
            oneByOne.patience());
  }

  @Override
  public int atOnce() {
    return batchSize.length();
  }

  @Override
  public List<TargetAttempt> work(List<TargetWork> works) throws WorkerSession.Unreachable {
    Target target = works.getFirst().member().target();
    Optional<String> away = outages.of(target);
    if (away.isPresent()) {
      return unreachable(works, away.get());
    }
    try {
      return tried(works);
    } catch (WorkerSession.Unreachable e) {
      return unreachable(works, outages.note(target, e).orElseThrow(() -> e));
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private static List<TargetAttempt> unreachable(List<TargetWork> works, String why) {
    return works.stream().map(work -> over(work.outOfReach(why))).toList();
  }

  private List<TargetAttempt> tried(List<TargetWork> works) throws WorkerSession.Unreachable {
    TargetWork first = works.getFirst();
    long start = System.nanoTime();
    try {
      return attempt(works, start);
    } catch (WorkerSession.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      return List.of(failures.of(first, e, since(start)));
    } catch (RuntimeException e) {
      String reason = String.valueOf(e.getMessage());
      return List.of(over(first.failed(first.position(), since(start), reason)));
    }
  }

  private List<TargetAttempt> attempt(List<TargetWork> works, long start) throws SQLException {
    TargetWork first = works.getFirst();
    TargetPosition position = first.position();
    if (position.ground() == Ground.UNREAD || first.isUnanswered()) {
      Target target = first.member().target();
      return List.of(new TargetAttempt.Again(first.at(probe.of(session.to(target), target))));
    }
    List<HistoryProblem> obstacles = goal.obstacles(position);
    if (!obstacles.isEmpty()) {
      return List.of(over(first.failed(position, since(start), FailureReason.of(obstacles))));
    }
    if (!goal.concerns(position)) {
      return List.of(over(moved(first, since(start), TargetOutcome.How.BY_OTHERS)));
    }
    databaseAndRole.lay(first, session);
    if (scripts.of(position).isEmpty()) {
      session.close();
      return alone(first, start);
    }
    return together(TargetBatch.of(scripts, works, this::isSociable), start);
  }

  /**
   * Whether the target may share a batch. A script that has not run without an error before is sent
   * alone, because it may take the text after it as a part of itself.
   */
  private boolean isSociable(TargetWork work) {
    return databaseAndRole.isLaidOnceForAll()
        && goal.obstacles(work.position()).isEmpty()
        && scripts.of(work.position()).filter(batchSize::isProven).isPresent();
  }

  private List<TargetAttempt> alone(TargetWork work, long start) throws WorkerSession.Unreachable {
    try {
      return List.of(over(oneByOne.move(work, start)));
    } catch (SQLException e) {
      return List.of(interrupted(work, e, start));
    }
  }

  /**
   * If the connection broke, Postgres may have done the COMMIT or not, so the history is read
   * first.
   */
  private TargetAttempt interrupted(TargetWork work, SQLException error, long start)
      throws WorkerSession.Unreachable {
    return session.isCleared() || work.tries() >= FailureHandler.TRIES
        ? failures.of(work, error, since(start))
        : new TargetAttempt.Again(work.unanswered());
  }

  private static List<TargetAttempt> unanswered(TargetBatch batch) {
    return batch.works().stream()
        .<TargetAttempt>map(w -> new TargetAttempt.Again(w.unanswered()))
        .toList();
  }

  private List<TargetAttempt> together(TargetBatch batch, long start)
      throws WorkerSession.Unreachable {
    try {
      batch.run(session);
      batchSize.wentWell(batch.script(), batch.size(), since(start));
      return moved(batch.works(), start, batch.size());
    } catch (WorkerSession.Unreachable e) {
      throw e;
    } catch (SQLException e) {
      batchSize.failed();
      return afterwards(batch, e, start);
    }
  }

  /** The time of one target in a batch is not known, so each target gets an equal share. */
  private List<TargetAttempt> moved(List<TargetWork> works, long start, int of) {
    Duration share = since(start).dividedBy(of);
    return works.stream()
        .map(work -> over(moved(work, share, TargetOutcome.How.IN_ONE_GO)))
        .toList();
  }

  /**
   * After an error in a batch: the targets before the failed one are committed, and those after it
   * were not tried.
   */
  private List<TargetAttempt> afterwards(TargetBatch batch, SQLException error, long start)
      throws WorkerSession.Unreachable {
    if (batch.size() == 1) {
      return List.of(interrupted(batch.first(), error, start));
    }
    if (!session.isCleared()) {
      return unanswered(batch);
    }
    List<TargetWork> done;
    try {
      done = batch.moved(session);
    } catch (SQLException e) {
      session.close();
      return unanswered(batch);
    }
    List<TargetAttempt> attempts = new ArrayList<>(moved(done, start, batch.size()));
    if (done.size() < batch.size()) {
      attempts.add(failures.of(batch.works().get(done.size()), error, since(start)));
    }
    return attempts;
  }

  private static TargetAttempt over(TargetOutcome outcome) {
    return new TargetAttempt.Over(outcome);
  }

  private TargetOutcome moved(TargetWork work, Duration took, TargetOutcome.How how) {
    Version from = work.position().current();
    Version to = how == TargetOutcome.How.BY_OTHERS ? from : goal.reached(work.position());
    return new TargetOutcome.Moved(work.member(), from, to, took, how);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
