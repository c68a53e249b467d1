package shareddb.cli.command.fleet;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.FleetRunOptions;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.TenantSnapshotOption;
import shareddb.cli.option.VersionConverter;
import shareddb.cli.option.WaitOption;
import shareddb.cli.option.YesOption;
import shareddb.cli.selection.LastWave;
import shareddb.cli.selection.TenantFleet;
import shareddb.cli.selection.TenantFleetOption;
import shareddb.tenants.fleet.FleetDirection;

/**
 * The command {@code ./db tenants downgrade}: does the same as {@code ./db downgrade} with the
 * tenants' track.
 */
@CommandLine.Command
public final class TenantDowngradeCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "down to this version, which stays applied; 0 undoes all")
  private @Nullable Version target;

  @Option(
      names = "--last-wave",
      description = "take back the last upgrade: each of its tenants to the version before it")
  private boolean lastWave;

  @Mixin private final YesOption yes = new YesOption();

  @Mixin private final TenantSnapshotOption snapshots = new TenantSnapshotOption();

  @Mixin private final FleetRunOptions wishes = new FleetRunOptions();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    TenantFleet fleet = tenants.in(context);
    if (!lastWave) {
      return down(fleet, FleetOperation.down(target, fleet), context);
    }
    if (target != null || !fleet.isWhole()) {
      throw CommandFailure.usage(
          "--last-wave says already which tenants and which version are meant",
          "type it without --target, --tenant and --where");
    }
    ExitCode exit = ExitCode.DONE;
    for (LastWave.Part part : LastWave.of(fleet).parts()) {
      exit = exit.orWorse(down(part.fleet(), part.before(), context));
    }
    return exit;
  }

  private ExitCode down(TenantFleet fleet, Version downTo, CommandContext context)
      throws SQLException {
    FleetOperation move =
        new FleetOperation(
            new FleetDirection.Down(downTo), fleet, wishes, wait.patience(), json, context);
    return new ConfirmedFleetDowngrade(move, downTo, snapshots, yes).run(dryRun);
  }
}
