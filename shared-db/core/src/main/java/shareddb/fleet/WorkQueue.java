package shareddb.fleet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * What is left to do in a wave. Who could not be moved comes after all who were not tried yet, and
 * then after a pause that is never the same for two.
 */
final class WorkQueue {

  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int DOUBLINGS = 4;

  private record Later(Work work, long due) {}

  private final Deque<Work> fresh;
  private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::due));
  private int unfinished;
  private boolean stopped;

  WorkQueue(List<Work> wave) {
    this.fresh = new ArrayDeque<>(wave);
    this.unfinished = wave.size();
  }

  /** Nothing where there is nothing to do just now. */
  synchronized Optional<Work> ready() {
    if (stopped) {
      return Optional.empty();
    }
    if (!fresh.isEmpty()) {
      return Optional.of(fresh.remove());
    }
    return !later.isEmpty() && untilFirst() <= 0
        ? Optional.of(later.remove().work())
        : Optional.empty();
  }

  /** Waits while others may still bring something back; nothing once all is done. */
  synchronized Optional<Work> next() throws InterruptedException {
    while (!stopped && unfinished > 0) {
      Optional<Work> ready = ready();
      if (ready.isPresent()) {
        return ready;
      }
      TimeUnit.NANOSECONDS.timedWait(this, untilFirst());
    }
    return Optional.empty();
  }

  private long untilFirst() {
    return later.isEmpty() ? Long.MAX_VALUE : later.element().due() - System.nanoTime();
  }

  synchronized void again(Work work) {
    later.add(new Later(work, System.nanoTime() + pause(work.tries()).toNanos()));
    notifyAll();
  }

  synchronized void done() {
    unfinished--;
    notifyAll();
  }

  /** Nothing more is handed out. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private static Duration pause(int tries) {
    long longest = SHORTEST << Math.min(tries, DOUBLINGS);
    return Duration.ofNanos(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
  }
}
