package shareddb.cli;

import picocli.CommandLine.Option;

/** How many lines of a list that grows with time. */
final class LimitOption {

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "COUNT",
      description = "so many of the newest (else 20)")
  private int limit = 20;

  /** For the command of this name. */
  int of(String command) {
    if (limit < 1) {
      throw CommandFailure.usage(
          "--limit is 1 or more, not " + limit, "./db " + command + " --help");
    }
    return limit;
  }
}
