package shareddb.serve;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.web.Chore;

/**
 * Does every module's chores, each on a thread of its own: one that waits for a database that is
 * away keeps no other from its work.
 */
final class Chores implements AutoCloseable {

  private static final long GRACE_SECONDS = 5;

  private static final Logger log = LoggerFactory.getLogger(Chores.class);

  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(0, Thread.ofPlatform().daemon().name("chores-", 1).factory());

  private final Set<Chore> failing = ConcurrentHashMap.newKeySet();

  void add(Chore chore) {
    threads.setCorePoolSize(threads.getCorePoolSize() + 1);
    // Its future tells nothing: what goes wrong is logged, and it is tried again.
    var unused =
        threads.scheduleWithFixedDelay(
            () -> run(chore), 0, chore.every().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("a chore does not end; it is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Chore chore) {
    try {
      chore.work().run();
      if (failing.remove(chore)) {
        log.info("could {} again", chore.name());
      }
    } catch (RuntimeException e) {
      if (!threads.isShutdown()) {
        failed(chore, e);
      }
    }
  }

  /** Said once, and not each time: a database may be away for a night. */
  private void failed(Chore chore, RuntimeException e) {
    if (failing.add(chore)) {
      log.warn(
          "could not {}; it is tried every {} s until it can be done: {}",
          chore.name(),
          chore.every().toSeconds(),
          e.getMessage());
    }
  }
}
