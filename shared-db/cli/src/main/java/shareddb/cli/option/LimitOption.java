package shareddb.cli.option;

import picocli.CommandLine.Option;
import shareddb.cli.command.CommandFailure;

/** The option {@code --limit}: how many entries of a growing list are shown. */
public final class LimitOption {

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "COUNT",
      description = "so many of the newest (else 20)")
  private int limit = 20;

  /** Returns the limit; the error for a bad one names this command. */
  public int of(String command) {
    if (limit < 1) {
      throw CommandFailure.usage(
          "--limit is 1 or more, not " + limit, "./db " + command + " --help");
    }
    return limit;
  }
}
