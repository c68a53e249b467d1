package shareddb.cli;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.fleet.FleetMove;
import shareddb.track.Version;

/** {@code ./db tenants upgrade}: the same as {@code ./db upgrade} of the tenants' track. */
@CommandLine.Command
final class TenantUpgradeCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "up to and with this version (else the newest)")
  private @Nullable Version target;

  @Mixin private final FleetWishes wishes = new FleetWishes();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return new TenantsMove(
            new FleetMove.Up(Optional.ofNullable(target)),
            tenants.in(surroundings),
            wishes,
            wait.patience(),
            json,
            surroundings)
        .run(dryRun);
  }
}
