package shareddb.cli;

import java.util.List;
import picocli.CommandLine;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;

/** The command {@code ./db tenants} alone: lists the commands of the group. */
@CommandLine.Command
final class TenantsCommand implements Command {

  private static final List<String> HELP = List.of("help", "--help", "-h");

  /** Returns whether the arguments name no command of the group. */
  static boolean isMeant(List<String> arguments) {
    return arguments.isEmpty() || HELP.contains(arguments.getFirst());
  }

  @Override
  public ExitCode run(CommandContext context) {
    Terminal terminal = context.terminal();
    terminal.print("The tenants of a module, each in a schema of its own.");
    terminal.print("");
    TextTable table = new TextTable();
    for (TenantCommands command : TenantCommands.values()) {
      table.row(
          "  ./db " + (command.typed() + " " + command.arguments()).strip(), command.summary());
    }
    terminal.print(table);
    terminal.print("");
    terminal.print("--module MODULE says whose, where several modules have tenants.");
    terminal.print("./db tenants COMMAND --help tells the rest.");
    return ExitCode.DONE;
  }
}
