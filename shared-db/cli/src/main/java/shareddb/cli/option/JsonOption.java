package shareddb.cli.option;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;

/** The option {@code --json}: prints the result as JSON. */
public final class JsonOption {

  public static final String NAME = "--json";

  @Option(
      names = NAME,
      description = "print one JSON object and nothing else; an error is one too: {\"error\": …}")
  private boolean wanted;

  /** The option as if the user had typed it. */
  static final JsonOption WANTED = new JsonOption();

  static {
    WANTED.wanted = true;
  }

  public boolean wanted() {
    return wanted;
  }

  /** Prints the JSON or the text, as the user asked for. */
  public ExitCode tell(Terminal terminal, Supplier<JsonObject> document, Runnable text) {
    if (wanted) {
      terminal.print(document.get());
    } else {
      text.run();
    }
    return ExitCode.DONE;
  }

  /** Returns whether the arguments contain the option. An error may come before they are parsed. */
  public static boolean among(List<String> arguments) {
    return arguments.contains(NAME) || FormatOption.asksForJson(arguments);
  }
}
