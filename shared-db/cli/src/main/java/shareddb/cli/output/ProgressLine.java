package shareddb.cli.output;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.migrate.snapshot.rows.RowsProgress;

/**
 * What goes on and for how long, on one line of a terminal that is written over; nothing before a
 * second is over, and nothing where nobody looks.
 */
public final class ProgressLine implements RowsProgress, AutoCloseable {

  /** What lasts. */
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

  /** From now on this goes on; shown at the next tick. */
  public synchronized void say(String now) {
    what = now;
  }

  @Override
  public void rows(String table, long rows) {
    say(table + ": " + CountText.of(rows, "row"));
  }

  /** While somebody is asked, the line is the question's. */
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
      // It is over.
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

  /** By Ctrl-C: the shell's prompt does not stand behind a line that was to be written over. */
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
      // The process ends already, and says so itself.
      return;
    }
  }
}
