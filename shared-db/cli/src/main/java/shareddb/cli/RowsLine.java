package shareddb.cli;

import java.time.Duration;
import shareddb.snapshot.RowsProgress;

/** How far a table has come, on one line that is written over; nothing before a second is over. */
final class RowsLine implements RowsProgress, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Terminal terminal;
  private long next = System.nanoTime() + PATIENCE.toNanos();
  private boolean shown;

  RowsLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void rows(String table, long rows) {
    if (System.nanoTime() < next) {
      return;
    }
    next = System.nanoTime() + PAUSE.toNanos();
    shown = true;
    terminal.progress("  " + table + ": " + Amount.of(rows, "row") + " ...");
  }

  @Override
  public void close() {
    if (shown) {
      terminal.progress("");
    }
  }
}
