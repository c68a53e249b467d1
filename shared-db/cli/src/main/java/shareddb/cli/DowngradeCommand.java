package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.fleet.FleetMove;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeTo;
import shareddb.track.Version;

/** {@code ./db downgrade TRACK}. */
@CommandLine.Command
final class DowngradeCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final YesOption yes = new YesOption();

  @Mixin private final TenantSnapshotOption snapshots = new TenantSnapshotOption();

  @Mixin private final FleetWishes wishes = new FleetWishes();

  @ArgGroup private final HowFar howFar = new HowFar();

  /** One or the other. */
  static final class HowFar {

    @Option(
        names = {"-t", "--target"},
        paramLabel = "VERSION",
        converter = VersionConverter.class,
        description = "down to this version, which stays applied; 0 undoes all")
    private @Nullable Version version;

    @Option(
        names = {"-n", "--steps"},
        paramLabel = "COUNT",
        description = "so many versions (else one)")
    private int steps = 1;

    /** Tenants may be at several versions. */
    Version downTo(TenantFleet fleet) {
      return TenantsMove.down(version, fleet);
    }

    DowngradeTo wanted() {
      if (version != null) {
        return new DowngradeTo.TheVersion(version);
      }
      if (steps < 1) {
        throw CommandFailure.usage("--steps is 1 or more, not " + steps, "./db downgrade --help");
      }
      return new DowngradeTo.Steps(steps);
    }
  }

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return switch (options.aim(surroundings)) {
      case Aim.One(Chosen chosen) -> one(chosen, surroundings);
      case Aim.Tenants(TenantFleet fleet) ->
          new TenantsDowngrade(tenants(fleet, surroundings), howFar.downTo(fleet), snapshots, yes)
              .run(dryRun);
      case Aim.WholeModule(Chosen shared, TenantFleet fleet) ->
          throw CommandFailure.usage(
              shared.track().module() + " has several tracks, and a downgrade is of one",
              fleet.command("downgrade") + " --target VERSION\nor  " + shared.command("downgrade"));
      case Aim.Tracks(List<Chosen> all) -> throw PlaceOptions.needsOne(all, "downgrade");
    };
  }

  private TenantsMove tenants(TenantFleet fleet, Surroundings surroundings) {
    return new TenantsMove(
        new FleetMove.Down(howFar.downTo(fleet)),
        fleet,
        wishes,
        wait.patience(),
        json,
        surroundings);
  }

  private ExitCode one(Chosen chosen, Surroundings surroundings) throws SQLException {
    wishes.refuseFor(chosen);
    snapshots.refuseFor(chosen);
    DowngradeTo to = howFar.wanted();
    if (dryRun.wanted()) {
      return rehearse(to, chosen, surroundings);
    }
    return new SingleDowngrade(to, chosen, wait.patience(), json, surroundings).run(yes);
  }

  private ExitCode rehearse(DowngradeTo to, Chosen chosen, Surroundings surroundings)
      throws SQLException {
    return new DryRun("downgrade", chosen, surroundings, json, wait.patience())
        .of(
            dryRun.kind(),
            DowngradePlan.of(chosen.track().readAll(), chosen.target(), to),
            result ->
                new DowngradeText(chosen, surroundings)
                    .moved(result)
                    .tell(chosen, surroundings.terminal(), json));
  }
}
