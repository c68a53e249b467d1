package shareddb.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandName;
import shareddb.cli.option.DryRunOption;

/** A command with its arguments filled in, and the options that every command has. */
record ParsedCommandLine(Command command, CommandLine parser, ParseResult result) {

  private static final String DEBUG = "--debug";

  static ParsedCommandLine parse(CommandName which, List<String> arguments) {
    Command command = which.make();
    CommandLine parser = parser(which, command);
    try {
      return new ParsedCommandLine(
          command,
          parser,
          parser.parseArgs(DryRunOption.completed(arguments).toArray(String[]::new)));
    } catch (ParameterException e) {
      throw UsageErrorText.in(which, e);
    }
  }

  /** Returns the command's options and parameters, without parsing any argument. */
  static CommandSpec spec(CommandName which) {
    return parser(which, which.make()).getCommandSpec();
  }

  boolean helpWanted() {
    return result.isUsageHelpRequested();
  }

  String usage() {
    return parser.getUsageMessage(Ansi.OFF);
  }

  boolean debug() {
    return result.hasMatchedOption(DEBUG);
  }

  private static CommandLine parser(CommandName which, Command command) {
    CommandLine parser = new CommandLine(command);
    parser.setCommandName("./db " + which.typed());
    parser.setUsageHelpWidth(100);
    parser
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).description("print this").build())
        .addOption(
            OptionSpec.builder(DEBUG).description("show where in the tool it failed").build());
    parser.getCommandSpec().usageMessage().description(sentence(which.summary()), "");
    parser.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(false);
    return parser;
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1);
  }
}
