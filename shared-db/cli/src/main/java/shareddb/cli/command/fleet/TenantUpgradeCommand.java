package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.FleetRunOptions;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.VersionConverter;
import shareddb.cli.option.WaitOption;
import shareddb.cli.selection.TenantFleetOption;
import shareddb.tenants.fleet.FleetDirection;

/**
 * The command {@code ./db tenants upgrade}: does the same as {@code ./db upgrade} with the tenants'
 * track.
 */
@CommandLine.Command
public final class TenantUpgradeCommand implements Command {

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "up to and with this version (else the newest)")
  private @Nullable Version target;

  @Mixin private final FleetRunOptions wishes = new FleetRunOptions();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    return new FleetOperation(
            new FleetDirection.Up(Optional.ofNullable(target)),
            tenants.in(context),
            wishes,
            wait.patience(),
            json,
            context)
        .run(dryRun);
  }
}
