package shareddb.tenants.fleet.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import shareddb.base.settings.Login;

/**
 * The targets of a wave that are still to do. A target that must be tried again comes after all
 * untried targets, and after a pause of random length, so that retries do not come at the same
 * time.
 */
final class WorkQueue {

  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int DOUBLINGS = 4;

  private record Later(TargetWork work, long due) {}

  private final Deque<TargetWork> fresh;
  private final int workers;
  private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::due));
  private int unfinished;
  private boolean stopped;

  WorkQueue(List<TargetWork> wave, int workers) {
    this.workers = workers;
    this.fresh = new ArrayDeque<>(wave);
    this.unfinished = wave.size();
  }

  /** Takes one target. */
  Optional<TargetWork> next() throws InterruptedException {
    return next(1).stream().findFirst();
  }

  /**
   * Takes up to this number of targets of one database, but not more than the worker's share of the
   * untried ones. Waits while other workers may still give a target back. Empty when all targets
   * are done, or the queue is stopped.
   */
  synchronized List<TargetWork> next(int most) throws InterruptedException {
    while (!stopped && unfinished > 0) {
      if (!fresh.isEmpty()) {
        return some(Math.min(most, Math.ceilDiv(fresh.size(), workers)));
      }
      if (!later.isEmpty() && untilFirst() <= 0) {
        return List.of(later.remove().work());
      }
      TimeUnit.NANOSECONDS.timedWait(this, untilFirst());
    }
    return List.of();
  }

  private List<TargetWork> some(int most) {
    List<TargetWork> some = new ArrayList<>(List.of(fresh.remove()));
    Login database = some.getFirst().member().target().admin();
    while (some.size() < most && fresh.element().member().target().admin().equals(database)) {
      some.add(fresh.remove());
    }
    return some;
  }

  private long untilFirst() {
    return later.isEmpty() ? Long.MAX_VALUE : later.element().due() - System.nanoTime();
  }

  synchronized void again(TargetWork work) {
    later.add(new Later(work, System.nanoTime() + pause(work.tries()).toNanos()));
    notifyAll();
  }

  /** Puts untried targets back at the front. */
  synchronized void untried(List<TargetWork> works) {
    works.reversed().forEach(fresh::addFirst);
    notifyAll();
  }

  synchronized void done() {
    unfinished--;
    notifyAll();
  }

  /** Stops the queue: it gives out no more targets. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** The targets with a lost COMMIT that are left in the stopped queue. */
  synchronized List<TargetWork> unanswered() {
    return Stream.concat(fresh.stream(), later.stream().map(Later::work))
        .filter(TargetWork::isUnanswered)
        .toList();
  }

  private static Duration pause(int tries) {
    long longest = SHORTEST << Math.min(tries, DOUBLINGS);
    return Duration.ofNanos(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
  }
}
