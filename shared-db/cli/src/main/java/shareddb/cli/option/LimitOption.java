package shareddb.cli.option;

import picocli.CommandLine.Option;
import shareddb.cli.command.CommandFailure;

/** How many lines of a list that grows with time. */
public final class LimitOption {

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "COUNT",
      description = "so many of the newest (else 20)")
  private int limit = 20;

  /** For the command of this name. */
  public int of(String command) {
    if (limit < 1) {
      throw CommandFailure.usage(
          "--limit is 1 or more, not " + limit, "./db " + command + " --help");
    }
    return limit;
  }
}
