package shareddb.cli.command.fleet;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.selection.TenantFleetOption;

/** The command {@code ./db tenants status}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
public final class TenantStatusCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  /** Accepted for older scripts, which needed this option to get exit code 3. */
  @Option(names = "--check", hidden = true)
  void check(boolean typed) {}

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    return new FleetCheck(tenants.in(context), json, context).status();
  }
}
