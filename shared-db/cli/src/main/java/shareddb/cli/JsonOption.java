package shareddb.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import shareddb.cli.json.Json;

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

  /** Prints one or the other, as it was wished. */
  ExitCode tell(Terminal terminal, Supplier<Json> document, Runnable text) {
    if (wanted) {
      terminal.print(document.get());
    } else {
      text.run();
    }
    return ExitCode.DONE;
  }

  /** Whether it is among what was typed: an error may come before anything is parsed. */
  static boolean among(List<String> arguments) {
    return arguments.contains(NAME);
  }
}
