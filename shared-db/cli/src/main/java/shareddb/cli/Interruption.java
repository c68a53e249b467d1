package shareddb.cli;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, for what must not be cut off in the middle: the thread is interrupted, and the process
 * waits until it has come to an end by itself.
 */
final class Interruption {

  /** What comes to an end soon after it is interrupted. */
  interface Work<R> {
    R run() throws SQLException;
  }

  private static final long LONGEST_SECONDS = 60;

  private final Thread interrupted = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);

  private Interruption() {}

  static <R> R during(Work<R> work) throws SQLException {
    Interruption interruption = new Interruption();
    Thread hook = Thread.ofPlatform().unstarted(interruption::interrupt);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } finally {
      interruption.over.countDown();
      forget(hook);
    }
  }

  static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already: the hook has waited for this.
      return;
    }
  }

  private void interrupt() {
    interrupted.interrupt();
    try {
      if (!over.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        // What is not done is taken back by the server.
        interrupted.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
