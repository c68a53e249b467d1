package shareddb.cli;

import picocli.CommandLine;
import shareddb.settings.AdminKey;

/** {@code ./db tenants admin-key}: told here, and never by the server, whose words are in logs. */
@CommandLine.Command
final class TenantAdminKeyCommand implements Command {

  @Override
  public ExitCode run(Surroundings surroundings) {
    AdminKey key = AdminKey.of(surroundings.settings());
    Terminal terminal = surroundings.terminal();
    terminal.print(key.secret().reveal());
    if (!key.chosen()) {
      terminal.note(
          "it follows from the administrator's password; "
              + AdminKey.NAME
              + " in the environment, or in .env, sets another one");
    }
    return ExitCode.DONE;
  }
}
