package shareddb.cli;

import picocli.CommandLine.Option;

/** Accepted from scripts that were written when the exit code was 3 only on request. */
final class CheckOption {

  @Option(names = "--check", hidden = true)
  private boolean check;
}
