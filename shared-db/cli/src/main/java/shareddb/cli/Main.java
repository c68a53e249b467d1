package shareddb.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.LogManager;
import shareddb.base.names.NearestName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.CommandName;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;

/** The tool's entry point: finds the command that was typed, and runs it. */
public final class Main {

  private static final char UNREADABLE = '\uFFFD';

  private final CommandContext context;

  Main(CommandContext context) {
    this.context = context.typedHere();
  }

  public static void main(String[] arguments) {
    silenceLibraries();
    Map<String, String> environment = System.getenv();
    CommandContext context =
        new CommandContext(
            root(),
            Path.of("").toAbsolutePath(),
            environment,
            Terminal.ofProcess(environment),
            new BufferedReader(new InputStreamReader(System.in, Terminal.charset(environment))));
    System.exit(new Main(context).run(List.of(arguments)).code());
  }

  /**
   * Switches off the logging of libraries: a result or an exception carries all that the tool
   * needs.
   */
  static void silenceLibraries() {
    LogManager.getLogManager().reset();
  }

  /** Returns the checkout's folder, which the launcher passes in a system property. */
  static Path root() {
    return Path.of(System.getProperty("workshop.root", "")).toAbsolutePath();
  }

  ExitCode run(List<String> arguments) {
    try {
      refuseUnreadable(arguments);
      if (arguments.isEmpty() || Help.isAskedFor(arguments)) {
        Help.print(context.terminal());
        return ExitCode.DONE;
      }
      Commands command = command(arguments.getFirst());
      List<String> rest = arguments.subList(1, arguments.size());
      Optional<CommandGroup> group = CommandGroup.of(command);
      return group.isPresent() ? run(group.get(), rest) : run(command, rest);
    } catch (CommandFailure e) {
      return report(e, JsonOption.among(arguments));
    }
  }

  private ExitCode run(CommandGroup group, List<String> arguments) {
    return CommandGroup.isMeantAlone(arguments)
        ? run(group.word(), List.of())
        : run(group.named(arguments.getFirst()), arguments.subList(1, arguments.size()));
  }

  private ExitCode run(CommandName command, List<String> arguments) {
    ParsedCommandLine line = ParsedCommandLine.parse(command, arguments);
    if (line.helpWanted()) {
      context.terminal().print(line.usage().stripTrailing());
      return ExitCode.DONE;
    }
    try {
      return line.command().run(context);
    } catch (CommandFailure e) {
      return report(e, JsonOption.among(arguments));
    } catch (SQLException | RuntimeException e) {
      if (line.debug()) {
        context.terminal().note(trace(e));
      }
      return report(ExceptionText.of(e, context), JsonOption.among(arguments));
    }
  }

  private static String trace(Exception error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString().stripTrailing();
  }

  private ExitCode report(CommandFailure failure, boolean json) {
    Terminal terminal = context.terminal();
    if (json) {
      terminal.print(failure.json());
      return failure.exit();
    }
    StepsText.print(terminal, failure.steps());
    terminal.complain(Terminal.indented(failure.what(), 7));
    terminal.advise(failure.next());
    return failure.exit();
  }

  private static Commands command(String typed) {
    return Commands.named(typed)
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(Commands.values()).map(Commands::typed).toList();
              return CommandFailure.usage(
                  "there is no command \"" + typed + "\"",
                  NearestName.to(typed, known)
                      .map(nearest -> "./db " + nearest + "     (or ./db alone, for all there are)")
                      .orElse("./db     prints all there are"));
            });
  }

  /**
   * Refuses arguments that the JVM could not decode: in a locale without UTF-8 it replaces their
   * letters by U+FFFD.
   */
  private void refuseUnreadable(List<String> arguments) {
    boolean lost =
        arguments.stream().anyMatch(argument -> argument.indexOf(UNREADABLE) >= 0)
            || context.environment().getOrDefault("WORKSHOP_SCHEMA", "").indexOf(UNREADABLE) >= 0;
    if (lost) {
      throw CommandFailure.usage(
          "the locale of this shell cannot carry what was typed: it is not UTF-8",
          "LC_ALL=C.UTF-8 ./db ...     (or export LC_ALL=C.UTF-8 for all that follows)");
    }
  }
}
