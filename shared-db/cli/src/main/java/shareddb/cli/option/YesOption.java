package shareddb.cli.option;

import picocli.CommandLine.Option;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;

/** {@code --yes}: a command that loses rows asks first, and at no terminal it has to be said. */
public final class YesOption {

  @Option(
      names = {"-y", "--yes"},
      description = "do not ask")
  private boolean yes;

  /**
   * Whether it was said, or is answered now.
   *
   * @param what the command does, as a sentence
   * @param again the command, to be typed once more
   */
  public boolean confirms(String what, String question, String again, CommandContext surroundings) {
    if (yes) {
      return true;
    }
    Terminal terminal = surroundings.terminal();
    if (!terminal.canAsk()) {
      throw CommandFailure.usage(what + ", and nobody is here to be asked", again + " --yes");
    }
    return surroundings.ask(question + " [y/N]").matches("y|yes");
  }

  /** The answer was no. */
  public static ExitCode refused(Terminal terminal, JsonOption json) {
    if (json.wanted()) {
      throw CommandFailure.failed(
          "the answer was no; nothing was changed", "answer y, or add --yes");
    }
    terminal.note("nothing was changed");
    return ExitCode.FAILED;
  }
}
