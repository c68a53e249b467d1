package workshop.userauthtodo.password;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that hash, and the places in front of them. They bound the cores and the memory
 * that hashing takes. Hashing never gives way, so on the virtual threads of the requests it would
 * stop all other requests.
 */
record HashingThreads(ThreadPoolExecutor threads, FairPlaces places) {

  /** This part of the JVM's memory may be in use for hashing. */
  private static final int SHARE_OF_MEMORY = 4;

  /** In front of each thread. One account has a third of it at most: it waits for 1 to 2 s. */
  private static final int WAITING = 30;

  private static final long IDLE_SECONDS = 10;

  /** One core stays for all other requests, and so does most of the memory. */
  static HashingThreads sizedFor(HashingCost cost) {
    Runtime runtime = Runtime.getRuntime();
    long inMemory = runtime.maxMemory() / SHARE_OF_MEMORY / cost.bytes();
    int cores = Math.max(1, runtime.availableProcessors() - 1);
    int count = Math.clamp(inMemory, 1, cores);
    return new HashingThreads(threads(count), new FairPlaces(count + count * WAITING));
  }

  private static ThreadPoolExecutor threads(int count) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("hashing-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Waits for one hash. */
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
