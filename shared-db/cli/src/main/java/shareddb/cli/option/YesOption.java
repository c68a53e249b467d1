package shareddb.cli.option;

import picocli.CommandLine.Option;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;

/**
 * The option {@code --yes}: confirms a command that loses rows. Without it the command asks, and
 * fails if there is no terminal to ask at.
 */
public final class YesOption {

  @Option(
      names = {"-y", "--yes"},
      description = "do not ask")
  private boolean yes;

  /**
   * Returns whether the user confirms, by the option or by an answer now.
   *
   * @param what the command's effect, as a sentence
   * @param again the command to type again
   */
  public boolean confirms(String what, String question, String again, CommandContext context) {
    if (yes) {
      return true;
    }
    Terminal terminal = context.terminal();
    if (!terminal.canAsk()) {
      throw CommandFailure.usage(what + ", and there is no terminal to ask at", again + " --yes");
    }
    return context.ask(question + " [y/N]").matches("y|yes");
  }

  /** Reports that the answer was no. */
  public static ExitCode refused(Terminal terminal, JsonOption json) {
    if (json.wanted()) {
      throw CommandFailure.failed(
          "the answer was no; nothing was changed", "answer y, or add --yes");
    }
    terminal.note("nothing was changed");
    return ExitCode.FAILED;
  }
}
