package shareddb.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import shareddb.cli.command.CommandName;

/** One command and its options, as a completion script needs them. */
record CompletionWords(CommandName command, CommandSpec spec) {

  /** Returns all commands, including the commands of groups. */
  static List<CompletionWords> all() {
    return Stream.of(commands(), tenants(), classes()).flatMap(List::stream).toList();
  }

  /** Returns the commands that can follow {@code ./db}. */
  static List<CompletionWords> commands() {
    return of(Commands.values());
  }

  /** Returns the commands that can follow {@code ./db tenants}. */
  static List<CompletionWords> tenants() {
    return of(TenantCommands.values());
  }

  /** Returns the commands that can follow {@code ./db class}. */
  static List<CompletionWords> classes() {
    return of(ClassCommands.values());
  }

  String name() {
    return command.typed();
  }

  String word() {
    return command.word();
  }

  List<OptionSpec> options() {
    return spec.options();
  }

  /** Returns the options that take a value. */
  List<OptionSpec> optionsWithValue() {
    return spec.options().stream().filter(CompletionWords::hasValue).toList();
  }

  static boolean hasValue(OptionSpec option) {
    return option.arity().min() > 0;
  }

  private static List<CompletionWords> of(CommandName[] commands) {
    return Arrays.stream(commands)
        .map(command -> new CompletionWords(command, ParsedCommandLine.spec(command)))
        .toList();
  }

  /** Reads a shell's script, which still has placeholders for the commands. */
  static String template(String name) {
    try (InputStream stream = CompletionWords.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of the tool itself", e);
    }
  }
}
