package shareddb.web;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps one of many who share a pool from taking all of it: where a lock makes all of one tenant's
 * requests wait, the others still find connections.
 */
public final class FairShare<K> {

  /** Less than half of a module's pool. */
  private static final int AT_ONCE = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** The places of one of them, and how many know of these. */
  private record Share(Semaphore places, int users) {}

  private final Map<K, Share> shares = new ConcurrentHashMap<>();

  /** Runs the work when there is a place; who waits too long is told to come back later. */
  public <T> T of(K who, Supplier<T> work) {
    Semaphore places = enter(who);
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw ProblemException.retryAfter(
            ProblemType.OVERLOADED, AT_ONCE + " requests for the same are being served", PATIENCE);
      }
      try {
        return work.get();
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.of(ProblemType.UNAVAILABLE, "This stops being served");
    } finally {
      leave(who);
    }
  }

  private Semaphore enter(K who) {
    Share share =
        shares.merge(
            who,
            new Share(new Semaphore(AT_ONCE), 1),
            (there, one) -> new Share(there.places(), there.users() + 1));
    return Objects.requireNonNull(share).places();
  }

  /** Who is asked for no more is forgotten: names are many, and the map must not grow. */
  private void leave(K who) {
    shares.computeIfPresent(
        who,
        (key, share) -> share.users() == 1 ? null : new Share(share.places(), share.users() - 1));
  }
}
