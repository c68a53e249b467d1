package shareddb.cli.command.fleet;

import java.time.Duration;
import java.util.Locale;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.TargetOutcome;

/** The progress of a fleet run: one line at the terminal, or one JSON object for each event. */
final class FleetProgress implements FleetListener, AutoCloseable {

  private final boolean json;
  private final Terminal terminal;
  private final ProgressLine line;
  private long began = System.nanoTime();
  private int all;
  private int done;
  private int failed;

  FleetProgress(String command, boolean json, Terminal terminal) {
    this.json = json;
    this.terminal = terminal;
    this.line = new ProgressLine(command + ": looking at all tenants", terminal);
  }

  @Override
  public synchronized void hears(FleetEvent event) {
    switch (event) {
      case FleetEvent.Begins begins -> {
        all = begins.behind();
        began = System.nanoTime();
      }
      case FleetEvent.GoesOn goesOn -> goesOn(goesOn);
      case FleetEvent.Wave wave -> {}
      case FleetEvent.TargetWaits waits -> {}
      case FleetEvent.TargetDone(TargetOutcome outcome) -> count(outcome);
    }
    if (json) {
      terminal.print(FleetJson.event(event));
    } else if (all > 0) {
      line.say(state());
    }
  }

  @Override
  public void close() {
    line.close();
  }

  private void goesOn(FleetEvent.GoesOn event) {
    if (!json) {
      terminal.note(
          ("note: run %s was stopped with %s of its targets open, of which %s were done; "
                  + "this one goes on with the others")
              .formatted(event.stopped(), event.open(), event.done()));
    }
  }

  private void count(TargetOutcome outcome) {
    done++;
    if (outcome instanceof TargetOutcome.Failed) {
      failed++;
    }
  }

  /** The line's text, such as {@code 400 of 1,000 tenants, 250 a second, 3 failed, 2 s left}. */
  private String state() {
    double seconds = Math.max(0.001, (System.nanoTime() - began) / 1e9);
    double rate = done / seconds;
    String left = done == 0 ? "" : ", " + left((all - done) / rate) + " left";
    return String.format(
        Locale.ROOT,
        "%,d of %,d tenants, %.0f a second, %d failed%s",
        done,
        all,
        rate,
        failed,
        left);
  }

  private static String left(double seconds) {
    Duration left = Duration.ofSeconds((long) Math.ceil(seconds));
    return left.toMinutes() < 2 ? left.toSeconds() + " s" : left.toMinutes() + " min";
  }
}
