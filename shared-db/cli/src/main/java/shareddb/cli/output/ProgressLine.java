package shareddb.cli.output;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.migrate.snapshot.rows.RowsProgress;

/**
 * One line of the terminal that shows the current work and its seconds, and overwrites itself. It
 * appears after one second, and only if standard error is a terminal.
 */
public final class ProgressLine implements RowsProgress, AutoCloseable {

  /** Work that the line accompanies. */
  public interface Work<R> {
    R run(ProgressLine progress) throws SQLException;
  }

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private final Thread ticking;
  private final Thread stopping;
  private String what;
  private boolean paused;

  public ProgressLine(String what, Terminal terminal) {
    this.what = what;
    this.terminal = terminal;
    this.ticking = Thread.ofPlatform().daemon().unstarted(this::tick);
    this.stopping = Thread.ofPlatform().unstarted(this::stopped);
    if (terminal.showsProgress()) {
      ticking.start();
      Runtime.getRuntime().addShutdownHook(stopping);
    }
  }

  public static <R> R during(String what, Terminal terminal, Work<R> work) throws SQLException {
    try (ProgressLine progress = new ProgressLine(what, terminal)) {
      return work.run(progress);
    }
  }

  /** Sets the text to show from the next tick on. */
  public synchronized void say(String now) {
    what = now;
  }

  @Override
  public void rows(String table, long rows) {
    say(table + ": " + CountText.of(rows, "row"));
  }

  /** Hides the line while a question waits for its answer. */
  public synchronized void pause() {
    paused = true;
  }

  public synchronized void resume() {
    paused = false;
  }

  private void tick() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
      while (show()) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // The work has ended.
      return;
    }
  }

  private synchronized boolean show() {
    if (ticking.isInterrupted()) {
      return false;
    }
    if (!paused) {
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      terminal.progress("  " + what + " ... " + seconds + " s");
    }
    return true;
  }

  /**
   * Ends the line on Ctrl-C, from the shutdown hook, so that the shell's prompt starts on a new
   * line.
   */
  public synchronized void stopped() {
    ticking.interrupt();
    terminal.note("stopped: " + what);
  }

  @Override
  public synchronized void close() {
    ticking.interrupt();
    terminal.clearProgress();
    if (terminal.showsProgress()) {
      forgetStopping();
    }
  }

  private void forgetStopping() {
    try {
      Runtime.getRuntime().removeShutdownHook(stopping);
    } catch (IllegalStateException e) {
      // The process is ending already: the shutdown hook prints the last line.
      return;
    }
  }
}
