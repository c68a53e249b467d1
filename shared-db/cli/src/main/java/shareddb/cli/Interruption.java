package shareddb.cli;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, for what must not be cut off in the middle: the thread is interrupted, and the process
 * waits until it has come to an end by itself.
 */
final class Interruption {

  private static final long LONGEST_SECONDS = 60;

  /** What is not to be cut off. */
  interface Work<R> {
    R run() throws SQLException;
  }

  private final Thread interrupted = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().unstarted(this::interrupt);

  private Interruption() {}

  static <R> R during(Work<R> work) throws SQLException {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    try {
      return work.run();
    } finally {
      interruption.end();
    }
  }

  private void end() {
    over.countDown();
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
      // Whoever does not come to an end is taken back by the server.
      if (!over.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
