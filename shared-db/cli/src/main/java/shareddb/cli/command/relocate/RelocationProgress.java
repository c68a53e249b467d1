package shareddb.cli.command.relocate;

import java.time.Duration;
import java.util.Locale;
import shareddb.cli.output.ProgressLine;
import shareddb.tenants.relocate.copy.RelocationListener;

/** The progress line of a relocation: rows copied, rows a second, and seconds left. */
final class RelocationProgress implements RelocationListener {

  private final ProgressLine line;
  private String table = "";
  private long start;

  RelocationProgress(ProgressLine line) {
    this.line = line;
  }

  @Override
  public void copies(String of, long rows, long all) {
    if (!table.equals(of)) {
      table = of;
      start = System.nanoTime();
    }
    double seconds = Math.max(0.001, Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3);
    double rate = rows / seconds;
    line.say(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d rows, %,.0f a second, %.0f s left",
            of,
            rows,
            all,
            rate,
            Math.max(0, all - rows) / Math.max(1, rate)));
  }

  @Override
  public void passed(int pass, int blocks) {
    table = "";
    line.say("what was changed meanwhile, for the " + (pass + 1) + ". time");
  }

  @Override
  public void shuts() {
    line.say("the last rows, while writes are blocked");
  }
}
