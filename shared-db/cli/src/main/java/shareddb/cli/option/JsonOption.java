package shareddb.cli.option;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;

/** The wish for a result that a program can read. */
public final class JsonOption {

  public static final String NAME = "--json";

  @Option(
      names = NAME,
      description = "print one JSON object and nothing else; an error is one too: {\"error\": …}")
  private boolean wanted;

  public boolean wanted() {
    return wanted;
  }

  /** Prints one or the other, as it was wished. */
  public ExitCode tell(Terminal terminal, Supplier<JsonObject> document, Runnable text) {
    if (wanted) {
      terminal.print(document.get());
    } else {
      text.run();
    }
    return ExitCode.DONE;
  }

  /** Whether it is among what was typed: an error may come before anything is parsed. */
  public static boolean among(List<String> arguments) {
    return arguments.contains(NAME);
  }
}
