package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./db tenants status}. */
@CommandLine.Command
final class TenantStatusCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Option(names = "--check", description = "exit with 3 where not all is as it should be")
  private boolean check;

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return new TenantsChecked(tenants.in(surroundings), json, surroundings)
        .status(check ? TenantsChecked.Pending.DIFFERS : TenantsChecked.Pending.IS_FINE);
  }
}
