package shareddb.cli.command;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import shareddb.base.jdbc.OpenConnections;

/**
 * Ctrl-C, for a run over many targets: the thread is interrupted, and the process waits until the
 * run has said how far it came. Statements that still run after a second are cancelled.
 */
public final class InterruptHandler {

  /** What comes to an end soon after it is interrupted. */
  public interface Work<R> {
    R run() throws SQLException;
  }

  /** So long what is in hand may take to come to its end. */
  private static final long GRACE_SECONDS = 1;

  /** So often what is still running is cancelled, before the process ends all the same. */
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
      // The process ends already: the hook has waited for this.
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
