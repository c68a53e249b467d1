package shareddb.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The wish for a result that a program can read. */
final class JsonOption {

  static final String NAME = "--json";

  @Option(
      names = NAME,
      description = "print one JSON object and nothing else; an error is one too: {\"error\": …}")
  private boolean wanted;

  boolean wanted() {
    return wanted;
  }

  /** Whether it is among what was typed: an error may come before anything is parsed. */
  static boolean among(List<String> arguments) {
    return arguments.contains(NAME);
  }
}
