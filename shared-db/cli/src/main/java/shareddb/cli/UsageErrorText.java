package shareddb.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import shareddb.base.names.NearestName;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.CommandName;

/** Turns a parser's error about a command's arguments into a message of this tool. */
final class UsageErrorText {

  private UsageErrorText() {}

  static CommandFailure in(CommandName command, ParameterException error) {
    String help = "./db " + command.typed() + " --help";
    return switch (error) {
      case UnmatchedArgumentException unmatched ->
          unknown(command, unmatched.getUnmatched().getFirst(), unmatched, help);
      case MissingParameterException missing when wanted(missing).isPresent() ->
          failure("./db " + command.typed() + " wants " + wanted(missing).get(), help);
      default -> failure(String.valueOf(error.getMessage()), help);
    };
  }

  private static CommandFailure unknown(
      CommandName command, String typed, UnmatchedArgumentException error, String help) {
    if (!typed.startsWith("-")) {
      return failure("./db " + command.typed() + " takes no \"" + typed + "\"", help);
    }
    String option = typed.split("=", 2)[0];
    return failure(
        "./db " + command.typed() + " has no option " + option,
        NearestName.to(option, options(error.getCommandLine().getCommandSpec()))
            .map(nearest -> "did you mean  " + nearest + "  ?     (all there are:  " + help + ")")
            .orElse(help));
  }

  private static List<String> options(CommandSpec spec) {
    return spec.options().stream().map(option -> option.longestName()).toList();
  }

  /**
   * Returns the missing parameters. If only an option's value is missing, the parser's own message
   * is used.
   */
  private static Optional<String> wanted(MissingParameterException error) {
    boolean valueOnly = String.valueOf(error.getMessage()).contains(" for option ");
    return Optional.of(error.getMissing())
        .filter(missing -> !missing.isEmpty() && !valueOnly)
        .map(
            missing -> missing.stream().map(UsageErrorText::name).collect(Collectors.joining(" ")));
  }

  private static String name(ArgSpec missing) {
    return missing instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : missing.paramLabel();
  }

  private static CommandFailure failure(String what, String next) {
    return CommandFailure.usage(what, next);
  }
}
