package shareddb.cli.command.tenants;

import picocli.CommandLine;
import shareddb.base.settings.AdminKey;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;

/**
 * The command {@code ./db tenants admin-key}. Only this command prints the key: the server does
 * not, as its output is kept in logs.
 */
@CommandLine.Command
public final class TenantAdminKeyCommand implements Command {

  @Override
  public ExitCode run(CommandContext context) {
    AdminKey key = AdminKey.of(context.settings());
    Terminal terminal = context.terminal();
    terminal.print(key.secret().reveal());
    if (!key.chosen()) {
      terminal.note(
          "it follows from the secret of this checkout; "
              + AdminKey.NAME
              + " in the environment, or in .env, sets another one");
    }
    return ExitCode.DONE;
  }
}
