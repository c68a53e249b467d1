package shareddb.cli.command.fleet;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.selection.TenantFleetOption;

/**
 * The command {@code ./db tenants baseline}: does the same as {@code ./db baseline} with the
 * tenants' track.
 */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
public final class TenantBaselineCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    return new FleetBaselineCheck(tenants.in(context), json, context).run(dryRun);
  }
}
