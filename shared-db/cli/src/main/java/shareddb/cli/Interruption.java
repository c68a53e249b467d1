package shareddb.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, for what must not be cut off in the middle: the thread is interrupted, and the process
 * waits until it has come to an end by itself.
 */
final class Interruption implements AutoCloseable {

  private static final long LONGEST_SECONDS = 60;

  private final Thread interrupted;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().unstarted(this::interrupt);

  private Interruption(Thread interrupted) {
    this.interrupted = interrupted;
  }

  static Interruption ofThisThread() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  @Override
  public void close() {
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
