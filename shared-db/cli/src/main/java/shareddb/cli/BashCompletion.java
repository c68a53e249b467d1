package shareddb.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** The script by which bash completes what is typed. */
final class BashCompletion {

  private BashCompletion() {}

  static String script() {
    List<Completed> all = Completed.all();
    return Completed.template("completion.bash")
        .replace("@COMMANDS@", words(Completed.commands()))
        .replace("@TENANTS@", words(Completed.tenants()))
        .replace("@WITH_TRACK@", withTrack(all))
        .replace("@WITH_VALUE@", withValue(all))
        .replace("@OPTIONS@", all.stream().map(BashCompletion::options).collect(joining("\n")));
  }

  private static String words(List<Completed> commands) {
    return commands.stream().map(Completed::word).collect(joining(" "));
  }

  private static String withTrack(List<Completed> all) {
    return all.stream()
        .filter(completed -> completed.command().takesTrack())
        .map(completed -> "'" + completed.name() + "'")
        .collect(joining(" | "));
  }

  /** A line for each command: itself, and the options that a value follows. */
  private static String withValue(List<Completed> all) {
    return all.stream()
        .filter(command -> !command.optionsWithValue().isEmpty())
        .map(BashCompletion::patterns)
        .collect(joining(" | \\\n"));
  }

  private static String patterns(Completed command) {
    return command.optionsWithValue().stream()
        .flatMap(BashCompletion::names)
        .map(name -> "'" + command.name() + " " + name + "'")
        .collect(joining(" | ", "      ", ""));
  }

  private static String options(Completed command) {
    return "      '%s') words='%s' ;;"
        .formatted(
            command.name(),
            command.options().stream().flatMap(BashCompletion::names).collect(joining(" ")));
  }

  private static Stream<String> names(OptionSpec option) {
    return Arrays.stream(option.names());
  }
}
