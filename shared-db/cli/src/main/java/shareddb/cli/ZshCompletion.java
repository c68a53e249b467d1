package shareddb.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the script by which zsh completes the arguments of {@code ./db}, and describes them. */
final class ZshCompletion {

  private ZshCompletion() {}

  static String script() {
    List<CompletionWords> all = CompletionWords.all();
    return CompletionWords.template("completion.zsh")
        .replace("@COMMANDS@", summaries(CompletionWords.commands()))
        .replace("@TENANTS@", summaries(CompletionWords.tenants()))
        .replace("@CLASS@", summaries(CompletionWords.classes()))
        .replace("@OPTIONS@", all.stream().map(ZshCompletion::arguments).collect(joining("\n")));
  }

  private static String summaries(List<CompletionWords> commands) {
    return commands.stream()
        .map(command -> "      " + quoted(command.word() + ":" + command.command().summary()))
        .collect(joining("\n"));
  }

  private static String arguments(CompletionWords command) {
    return Stream.concat(
            command.options().stream().flatMap(ZshCompletion::option),
            Stream.of(argument(command), "'*: :'"))
        .collect(
            joining(
                " \\\n        ", "    '" + command.name() + "') _arguments \\\n        ", " ;;"));
  }

  private static String argument(CompletionWords command) {
    if (command.command().takesTrack()) {
      return "'1:track:_workshop_db_tracks'";
    }
    return command.command() == Commands.COMPLETION ? "'1:shell:(bash zsh)'" : "'1: :'";
  }

  /**
   * Returns one entry for each name of an option. Once one name is typed, zsh offers none of them
   * again.
   */
  private static Stream<String> option(OptionSpec option) {
    String others = String.join(" ", option.names());
    return Arrays.stream(option.names())
        .map(
            name ->
                quoted(
                    "(%s)%s%s[%s]%s"
                        .formatted(
                            others,
                            name,
                            CompletionWords.hasValue(option) ? follows(name) : "",
                            description(option),
                            CompletionWords.hasValue(option)
                                ? ":" + option.paramLabel() + ": "
                                : "")));
  }

  /** The value of a long option may also follow an equals sign. */
  private static String follows(String name) {
    return name.startsWith("--") ? "=" : "";
  }

  private static String description(OptionSpec option) {
    return String.join(" ", option.description()).replaceAll("[\\[\\]\\\\]", "");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
