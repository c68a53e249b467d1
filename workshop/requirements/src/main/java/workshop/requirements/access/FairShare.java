package workshop.requirements.access;

import io.javalin.http.ServiceUnavailableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;

/**
 * Limits how many requests of one tenant or one person run at the same time. Where a lock makes all
 * requests of one tenant wait, the others still find connections in the pool.
 */
public final class FairShare<K> {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /**
   * @param users how many requests hold one of the permits or wait for one
   */
  private record Share(Semaphore permits, int users) {}

  private final int atOnce;
  private final Map<K, Share> shares = new ConcurrentHashMap<>();

  /**
   * @param atOnce how many requests of one key run at the same time
   */
  public FairShare(int atOnce) {
    this.atOnce = atOnce;
  }

  /** Runs the work, or answers 503 if no other request of this key ends within a second. */
  public <T> T run(K key, Supplier<T> work) {
    Semaphore permits = enter(key);
    try {
      if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RetryLater(
            ProblemType.OVERLOADED,
            "Requests of the same kind for the same project or person are running: "
                + atOnce
                + " at a time; try again in a moment",
            PATIENCE);
      }
      try {
        return work.get();
      } finally {
        permits.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailableResponse("The server is stopping");
    } finally {
      leave(key);
    }
  }

  private Semaphore enter(K key) {
    Share share =
        shares.merge(
            key,
            new Share(new Semaphore(atOnce), 1),
            (there, one) -> new Share(there.permits(), there.users() + 1));
    return Objects.requireNonNull(share).permits();
  }

  /** A key without requests is forgotten, so that the map does not grow. */
  private void leave(K key) {
    shares.computeIfPresent(
        key,
        (same, share) -> share.users() == 1 ? null : new Share(share.permits(), share.users() - 1));
  }
}
