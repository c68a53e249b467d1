package shareddb.cli.option;

import java.time.Duration;
import picocli.CommandLine.Option;
import shareddb.base.settings.WaitLimits;
import shareddb.cli.command.CommandFailure;

/** The option {@code --wait}: how long a command waits for a session that blocks it. */
public final class WaitOption {

  public static final Duration USUAL = WaitLimits.PATIENCE;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "wait so long for a session that works on the schema or holds a lock (else 10)")
  private int seconds = (int) USUAL.toSeconds();

  public Duration patience() {
    if (seconds < 0) {
      throw CommandFailure.usage("--wait is 0 or more seconds, not " + seconds, "--wait 60");
    }
    return Duration.ofSeconds(seconds);
  }
}
