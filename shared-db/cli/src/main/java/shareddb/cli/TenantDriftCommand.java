package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code ./db tenants drift}: the same as {@code ./db drift} of the tenants' track. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
final class TenantDriftCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return new TenantsChecked(tenants.in(surroundings), json, surroundings).drift();
  }
}
