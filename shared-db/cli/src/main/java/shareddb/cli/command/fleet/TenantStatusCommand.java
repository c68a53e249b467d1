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

/** {@code ./db tenants status}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
public final class TenantStatusCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  /** Accepted from scripts of before, which had to ask for exit code 3. */
  @Option(names = "--check", hidden = true)
  void check(boolean typed) {}

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext surroundings) throws SQLException {
    return new FleetCheck(tenants.in(surroundings), json, surroundings).status();
  }
}
