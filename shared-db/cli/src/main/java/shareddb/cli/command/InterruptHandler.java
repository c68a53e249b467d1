package shareddb.cli.command;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import shareddb.base.jdbc.OpenConnections;

/**
 * Handles Ctrl-C during a run over many targets. A shutdown hook interrupts the run's thread, and
 * the process waits until the run has printed how far it came. After each second of waiting the
 * hook cancels the statements that still run.
 */
public final class InterruptHandler {

  /** Work that ends soon after its thread is interrupted. */
  public interface Work<R> {
    R run() throws SQLException;
  }

  /**
   * The seconds that the hook waits for the run before it cancels statements, and again after each
   * time.
   */
  private static final long GRACE_SECONDS = 1;

  /** How many times the hook cancels the running statements before the process ends anyway. */
  private static final int CANCELS = 3;

  private final Thread interrupted = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);

  private InterruptHandler() {}

  public static <R> R during(Work<R> work) throws SQLException {
    InterruptHandler interruption = new InterruptHandler();
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
      // The process is ending already: the hook waited for this run.
      return;
    }
  }

  private void interrupt() {
    interrupted.interrupt();
    try {
      boolean ended = over.await(GRACE_SECONDS, TimeUnit.SECONDS);
      for (int i = 0; i < CANCELS && !ended; i++) {
        OpenConnections.cancelStatements();
        ended = over.await(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
