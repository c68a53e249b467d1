package shareddb.cli.command.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import shareddb.base.settings.SecretFile;
import shareddb.base.settings.WorkshopSecret;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.migrate.role.WorkshopRoles;

/**
 * The command {@code ./db rotate-secret}: a new secret for the checkout, and new passwords for all
 * roles that have one of the secret before.
 */
@CommandLine.Command
public final class RotateSecretCommand implements Command {

  @Override
  public ExitCode run(CommandContext context) {
    return switch (context.settings().admin().apis().secret()) {
      case WorkshopSecret.InFile(SecretFile file, var before) -> rotate(file, context);
      case WorkshopSecret.Given given -> throw isSet();
      case WorkshopSecret.Alone alone -> throw isSet();
    };
  }

  private static CommandFailure isSet() {
    return CommandFailure.failed(
        "the secret is not in a file of this checkout: %s sets it".formatted(WorkshopSecret.NAME),
        "set a new one there, in every checkout that shares it, and the present one as %s;\nthen"
                .formatted(WorkshopSecret.EARLIER)
            + "  ./db start  gives the roles new passwords");
  }

  private static ExitCode rotate(SecretFile file, CommandContext context) {
    Terminal terminal = context.terminal();
    try {
      file.replace();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file.path(), e);
    }
    terminal.print(terminal.tick() + " " + context.shown(file.path()) + ": a new secret");
    List<WorkshopRoles.Renewal> renewals = WorkshopRoles.renew(context.settings().servers());
    for (WorkshopRoles.Renewal renewal : renewals) {
      if (renewal.failure().isEmpty()) {
        terminal.print(terminal.tick() + " " + renewal);
      }
    }
    terminal.note(
        "Restart the APIs: one that make run started alone has the old password until then, and"
            + " the\n"
            + "others ask for the old key of the tenants' administrators. ./db tenants admin-key "
            + " prints\n"
            + "the new one.");
    for (WorkshopRoles.Renewal renewal : renewals) {
      if (renewal.failure().isPresent()) {
        throw CommandFailure.failed(
            renewal.toString(), "./db start     does the same, once that server answers");
      }
    }
    return ExitCode.DONE;
  }
}
