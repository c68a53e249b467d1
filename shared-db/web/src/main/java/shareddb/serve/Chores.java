package shareddb.serve;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.web.Chore;

/** Does every module's chores, one at a time on one thread: they are never in a hurry. */
final class Chores implements AutoCloseable {

  private static final long GRACE_SECONDS = 5;

  private static final Logger log = LoggerFactory.getLogger(Chores.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chores").factory());

  void add(Chore chore) {
    // Its future tells nothing: what goes wrong is logged, and it is tried again.
    var unused =
        thread.scheduleWithFixedDelay(
            () -> run(chore), 0, chore.every().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("a chore does not end; it is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Chore chore) {
    try {
      chore.work().run();
    } catch (RuntimeException e) {
      if (!thread.isShutdown()) {
        log.warn(
            "could not {}; the next try is in {} s: {}",
            chore.name(),
            chore.every().toSeconds(),
            e.getMessage());
      }
    }
  }
}
