package shareddb.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the script by which bash completes the arguments of {@code ./db}. */
final class BashCompletion {

  private BashCompletion() {}

  static String script() {
    List<CompletionWords> all = CompletionWords.all();
    return CompletionWords.template("completion.bash")
        .replace("@COMMANDS@", words(CompletionWords.commands()))
        .replace("@TENANTS@", words(CompletionWords.tenants()))
        .replace("@CLASS@", words(CompletionWords.classes()))
        .replace("@WITH_TRACK@", withTrack(all))
        .replace("@WITH_VALUE@", withValue(all))
        .replace("@OPTIONS@", all.stream().map(BashCompletion::options).collect(joining("\n")));
  }

  private static String words(List<CompletionWords> commands) {
    return commands.stream().map(CompletionWords::word).collect(joining(" "));
  }

  private static String withTrack(List<CompletionWords> all) {
    return all.stream()
        .filter(completed -> completed.command().takesTrack())
        .map(completed -> "'" + completed.name() + "'")
        .collect(joining(" | "));
  }

  /** Returns one line for each command: patterns of the options that take a value. */
  private static String withValue(List<CompletionWords> all) {
    return all.stream()
        .filter(command -> !command.optionsWithValue().isEmpty())
        .map(BashCompletion::patterns)
        .collect(joining(" | \\\n"));
  }

  private static String patterns(CompletionWords command) {
    return command.optionsWithValue().stream()
        .flatMap(BashCompletion::names)
        .map(name -> "'" + command.name() + " " + name + "'")
        .collect(joining(" | ", "      ", ""));
  }

  private static String options(CompletionWords command) {
    return "      '%s') words='%s' ;;"
        .formatted(
            command.name(),
            command.options().stream().flatMap(BashCompletion::names).collect(joining(" ")));
  }

  private static Stream<String> names(OptionSpec option) {
    return Arrays.stream(option.names());
  }
}
