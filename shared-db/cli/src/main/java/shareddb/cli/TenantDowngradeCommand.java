package shareddb.cli;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.fleet.FleetMove;
import shareddb.track.Version;

/** {@code ./db tenants downgrade}: the same as {@code ./db downgrade} of the tenants' track. */
@CommandLine.Command
final class TenantDowngradeCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "down to this version, which stays applied; 0 undoes all")
  private @Nullable Version target;

  @Mixin private final YesOption yes = new YesOption();

  @Mixin private final TenantSnapshotOption snapshots = new TenantSnapshotOption();

  @Mixin private final FleetWishes wishes = new FleetWishes();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    TenantFleet fleet = tenants.in(surroundings);
    Version downTo = TenantsMove.down(target, fleet);
    TenantsMove move =
        new TenantsMove(
            new FleetMove.Down(downTo), fleet, wishes, wait.patience(), json, surroundings);
    return new TenantsDowngrade(move, downTo, snapshots, yes).run(dryRun);
  }
}
