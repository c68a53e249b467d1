package shareddb.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell has to know of a command to complete it. */
record Completed(Commands command, CommandSpec spec) {

  static List<Completed> all() {
    return Arrays.stream(Commands.values())
        .map(command -> new Completed(command, CommandLineOf.spec(command)))
        .toList();
  }

  String name() {
    return command.typed();
  }

  List<OptionSpec> options() {
    return spec.options();
  }

  /** Those that are followed by a value of their own. */
  List<OptionSpec> optionsWithValue() {
    return spec.options().stream().filter(Completed::hasValue).toList();
  }

  /** Whether its first argument is a track. */
  boolean takesTrack() {
    return command.arguments().startsWith("TRACK") || command.arguments().startsWith("[TRACK");
  }

  static boolean hasValue(OptionSpec option) {
    return option.arity().min() > 0;
  }

  /** The script for a shell, without what it says of the commands. */
  static String template(String name) {
    try (InputStream stream = Completed.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of the tool itself", e);
    }
  }
}
