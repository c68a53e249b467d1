package shareddb.cli;

import picocli.CommandLine;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;

/** The word of a group alone, such as {@code ./db tenants}: lists the commands of the group. */
@CommandLine.Command
final class GroupCommand implements Command {

  private final Commands word;

  GroupCommand(Commands word) {
    this.word = word;
  }

  @Override
  public ExitCode run(CommandContext context) {
    CommandGroup.of(word).orElseThrow().print(context.terminal());
    return ExitCode.DONE;
  }
}
