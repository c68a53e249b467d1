package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./db tenants status}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
final class TenantStatusCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  /** Accepted from scripts of before, which had to ask for exit code 3. */
  @Option(names = "--check", hidden = true)
  void check(boolean typed) {}

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return new TenantsChecked(tenants.in(surroundings), json, surroundings).status();
  }
}
