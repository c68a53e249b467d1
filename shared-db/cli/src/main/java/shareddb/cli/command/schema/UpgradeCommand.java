package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.command.fleet.FleetOperation;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.FleetRunOptions;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.VersionConverter;
import shareddb.cli.option.WaitOption;
import shareddb.cli.result.DryRunText;
import shareddb.cli.result.SeveralTracksOutput;
import shareddb.cli.result.UpgradeText;
import shareddb.cli.selection.Selection;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.selection.TenantFleet;
import shareddb.cli.selection.WholeModule;
import shareddb.migrate.UpgradePlan;
import shareddb.tenants.fleet.FleetDirection;
import shareddb.tenants.registry.MissingRegistry;

/** The command {@code ./db upgrade TRACK}. */
@CommandLine.Command
public final class UpgradeCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final FleetRunOptions wishes = new FleetRunOptions();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "up to and with this version (else the newest)")
  private @Nullable Version upTo;

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    return switch (options.aim(context)) {
      case Selection.One(SelectedTarget chosen) -> one(chosen, context);
      case Selection.Tenants(TenantFleet fleet) -> tenants(fleet, context).run(dryRun);
      case Selection.WholeModule(SelectedTarget shared, TenantFleet fleet) ->
          all(shared, fleet, context);
      case Selection.Tracks(List<SelectedTarget> all) -> all(all, context);
    };
  }

  private ExitCode one(SelectedTarget chosen, CommandContext context) throws SQLException {
    wishes.refuseFor(chosen);
    if (dryRun.wanted()) {
      return rehearse(chosen, context);
    }
    return new SingleUpgrade(upTo, wait.patience(), chosen, context)
        .run()
        .tell(chosen, context.terminal(), json);
  }

  private ExitCode all(List<SelectedTarget> all, CommandContext context) throws SQLException {
    if (upTo != null) {
      throw targetOfOne(all.getFirst(), all.get(1)::command);
    }
    return new SeveralTracksOutput(json, context).each(all, this::one);
  }

  private CommandFailure targetOfOne(SelectedTarget one, UnaryOperator<String> other) {
    String target = " --target " + upTo;
    return CommandFailure.usage(
        one.track().module() + " has several tracks, and --target is a version of one",
        one.command("upgrade") + target + "\nor  " + other.apply("upgrade") + target);
  }

  /** Upgrades the shared schema first. If that fails, no tenant is changed. */
  private ExitCode all(SelectedTarget shared, TenantFleet fleet, CommandContext context)
      throws SQLException {
    if (upTo != null) {
      throw targetOfOne(shared, fleet::command);
    }
    if (dryRun.wanted()) {
      return new WholeModule(shared, fleet, json, context).look(this::rehearse, this::rehearse);
    }
    new SingleUpgrade(null, wait.patience(), shared, context)
        .run()
        .tell(shared, context.terminal(), json);
    return tenants(fleet, context).run(dryRun);
  }

  /**
   * Shows the dry run for the tenants. Before the shared schema exists there is no registry, and so
   * no tenant.
   */
  private ExitCode rehearse(TenantFleet fleet, CommandContext context) throws SQLException {
    try {
      return tenants(fleet, context).run(dryRun);
    } catch (MissingRegistry e) {
      context.terminal().note("note: there is no registry of tenants yet, and so no tenant");
      return ExitCode.DONE;
    }
  }

  private FleetOperation tenants(TenantFleet fleet, CommandContext context) {
    return new FleetOperation(
        new FleetDirection.Up(Optional.ofNullable(upTo)),
        fleet,
        wishes,
        wait.patience(),
        json,
        context);
  }

  private ExitCode rehearse(SelectedTarget chosen, CommandContext context) throws SQLException {
    DryRunText run = new DryRunText("upgrade", chosen, context, json, wait.patience());
    return run.of(
        dryRun.kind(),
        UpgradePlan.of(
            chosen.track().readAll(), chosen.target(), Optional.ofNullable(upTo), run.withRole()),
        result ->
            new UpgradeText(chosen, context).moved(result).tell(chosen, context.terminal(), json));
  }
}
