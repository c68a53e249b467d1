package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.command.fleet.ConfirmedFleetDowngrade;
import shareddb.cli.command.fleet.FleetOperation;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.FleetRunOptions;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.TenantSnapshotOption;
import shareddb.cli.option.VersionConverter;
import shareddb.cli.option.WaitOption;
import shareddb.cli.option.YesOption;
import shareddb.cli.result.DowngradeText;
import shareddb.cli.result.DryRunText;
import shareddb.cli.selection.Selection;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.selection.TargetSchemaOptions;
import shareddb.cli.selection.TenantFleet;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeTo;
import shareddb.tenants.fleet.FleetDirection;

/** The command {@code ./db downgrade TRACK}. */
@CommandLine.Command
public final class DowngradeCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final YesOption yes = new YesOption();

  @Mixin private final TenantSnapshotOption snapshots = new TenantSnapshotOption();

  @Mixin private final FleetRunOptions wishes = new FleetRunOptions();

  @ArgGroup private final HowFar howFar = new HowFar();

  /** How far to downgrade: to a version, or by a number of versions. */
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

    /**
     * Returns the version for a downgrade of tenants. It must be typed, as tenants may be at
     * several versions.
     */
    Version downTo(TenantFleet fleet) {
      return FleetOperation.down(version, fleet);
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
  public ExitCode run(CommandContext context) throws SQLException {
    return switch (options.aim(context)) {
      case Selection.One(SelectedTarget chosen) -> one(chosen, context);
      case Selection.Tenants(TenantFleet fleet) ->
          new ConfirmedFleetDowngrade(tenants(fleet, context), howFar.downTo(fleet), snapshots, yes)
              .run(dryRun);
      case Selection.WholeModule(SelectedTarget shared, TenantFleet fleet) ->
          throw CommandFailure.usage(
              shared.track().module() + " has several tracks, and a downgrade is of one",
              fleet.command("downgrade") + " --target VERSION\nor  " + shared.command("downgrade"));
      case Selection.Tracks(List<SelectedTarget> all) ->
          throw TargetSchemaOptions.needsOne(all, "downgrade");
    };
  }

  private FleetOperation tenants(TenantFleet fleet, CommandContext context) {
    return new FleetOperation(
        new FleetDirection.Down(howFar.downTo(fleet)),
        fleet,
        wishes,
        wait.patience(),
        json,
        context);
  }

  private ExitCode one(SelectedTarget chosen, CommandContext context) throws SQLException {
    wishes.refuseFor(chosen);
    snapshots.refuseFor(chosen);
    DowngradeTo to = howFar.wanted();
    if (dryRun.wanted()) {
      return rehearse(to, chosen, context);
    }
    return new SingleDowngrade(to, chosen, wait.patience(), json, context).run(yes);
  }

  private ExitCode rehearse(DowngradeTo to, SelectedTarget chosen, CommandContext context)
      throws SQLException {
    return new DryRunText("downgrade", chosen, context, json, wait.patience())
        .of(
            dryRun.kind(),
            DowngradePlan.of(chosen.track().readAll(), chosen.target(), to),
            result ->
                new DowngradeText(chosen, context)
                    .moved(result)
                    .tell(chosen, context.terminal(), json));
  }
}
