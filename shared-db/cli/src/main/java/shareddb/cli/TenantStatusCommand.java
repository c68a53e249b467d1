package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code ./db tenants status}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
final class TenantStatusCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Mixin private final CheckOption check = new CheckOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return new TenantsChecked(tenants.in(surroundings), json, surroundings).status();
  }
}
