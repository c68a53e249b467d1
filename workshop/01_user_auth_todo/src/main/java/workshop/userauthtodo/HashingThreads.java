package workshop.userauthtodo;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;

/**
 * The few threads that hash. They bound what hashing takes of cores and memory. Hashing never gives
 * way, so on the virtual threads of the requests it would stop all other requests.
 */
final class HashingThreads {

  /** Of the memory of the JVM, this part may be in use for hashing. */
  private static final int SHARE_OF_MEMORY = 4;

  /** In front of each thread: at 0.1 to 0.2 s a hash, the last one waits for 1 to 2 s. */
  private static final int WAITING = 10;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads;
  private final Semaphore places;

  private HashingThreads(int count) {
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("hashing-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    places = new Semaphore(count + count * WAITING);
  }

  /** One core stays for everybody else, and so does most of the memory. */
  static HashingThreads sizedFor(HashingCost cost) {
    Runtime runtime = Runtime.getRuntime();
    long inMemory = runtime.maxMemory() / SHARE_OF_MEMORY / cost.bytes();
    int cores = Math.max(1, runtime.availableProcessors() - 1);
    return new HashingThreads(Math.clamp(inMemory, 1, cores));
  }

  /**
   * All of some work that hashes on the way, for whom there is room; whoever comes on top of that
   * is told to come back, before they have cost anything: not even a connection to the database.
   */
  <T> T inTurn(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw ProblemException.retryAfter(
          ProblemType.OVERLOADED,
          "Too many passwords are being checked just now; nothing was done",
          RETRY_AFTER);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  /** One hash. */
  <T> T run(Callable<T> work) {
    try {
      return threads.submit(work).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("hashing failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while hashing", e);
    }
  }
}
