package shareddb.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries several targets side by side, and keeps what came out. */
final class TrialCrew {

  private final Goal goal;
  private final Scripts scripts;
  private final Duration patience;
  private final FleetListener listener;
  private final List<Outcome.Moved> passed = new ArrayList<>();
  private final List<Outcome.Failed> failed = new ArrayList<>();
  private int untried;
  private @Nullable SQLException problem;

  TrialCrew(Goal goal, Scripts scripts, Duration patience, FleetListener listener) {
    this.goal = goal;
    this.scripts = scripts;
    this.patience = patience;
    this.listener = listener;
  }

  /** Throws where the server does not answer any more. */
  void work(List<Work> all, int size) throws SQLException {
    WorkQueue queue = new WorkQueue(all, size);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(size, all.size()); i++) {
      threads.add(Thread.ofPlatform().name("trial-" + (i + 1)).start(() -> work(queue)));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      queue.stop();
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted; nothing was changed", e);
    }
    SQLException found = problem();
    if (found != null) {
      throw found;
    }
  }

  synchronized List<Outcome.Moved> passed() {
    return List.copyOf(passed);
  }

  synchronized List<Outcome.Failed> failed() {
    return List.copyOf(failed);
  }

  synchronized int untried() {
    return untried;
  }

  private synchronized @Nullable SQLException problem() {
    return problem;
  }

  private void work(WorkQueue queue) {
    try (Trial trial = new Trial(goal, scripts, patience)) {
      Optional<Work> work = queue.next();
      while (work.isPresent()) {
        take(work.get(), trial.of(work.get()), queue);
        work = queue.next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      queue.stop();
    } catch (SQLException e) {
      fail(e);
      queue.stop();
    }
  }

  private void take(Work work, Optional<Attempt> attempt, WorkQueue queue) {
    if (attempt.isEmpty()) {
      countUntried();
      queue.done();
      return;
    }
    switch (attempt.get()) {
      case Attempt.Over(Outcome outcome) -> {
        keep(outcome);
        queue.done();
      }
      case Attempt.Again(Work later) -> queue.again(later);
      case Attempt.Blocked(Work later, String why) -> {
        tell(work, why);
        queue.again(later);
      }
    }
  }

  private synchronized void countUntried() {
    untried++;
  }

  private synchronized void keep(Outcome outcome) {
    switch (outcome) {
      case Outcome.Moved moved -> passed.add(moved);
      case Outcome.Failed failure -> failed.add(failure);
      case Outcome.Unreachable away -> untried++;
      case Outcome.Gone gone -> untried++;
    }
    listener.hears(new FleetEvent.TargetDone(outcome));
  }

  private synchronized void tell(Work work, String why) {
    if (work.tries() == 0) {
      listener.hears(new FleetEvent.TargetWaits(work.member(), why));
    }
  }

  private synchronized void fail(SQLException e) {
    if (problem == null) {
      problem = e;
    }
  }
}
