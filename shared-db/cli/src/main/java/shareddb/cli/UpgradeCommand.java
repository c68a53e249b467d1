package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.fleet.FleetMove;
import shareddb.migrate.UpgradePlan;
import shareddb.tenants.NoRegistry;
import shareddb.track.Version;

/** {@code ./db upgrade TRACK}. */
@CommandLine.Command
final class UpgradeCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final FleetWishes wishes = new FleetWishes();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "up to and with this version (else the newest)")
  private @Nullable Version upTo;

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return switch (options.aim(surroundings)) {
      case Aim.One(Chosen chosen) -> one(chosen, surroundings);
      case Aim.Tenants(TenantFleet fleet) -> tenants(fleet, surroundings).run(dryRun);
      case Aim.WholeModule(Chosen shared, TenantFleet fleet) -> all(shared, fleet, surroundings);
      case Aim.Tracks(List<Chosen> all) -> all(all, surroundings);
    };
  }

  private ExitCode one(Chosen chosen, Surroundings surroundings) throws SQLException {
    wishes.refuseFor(chosen);
    if (dryRun.wanted()) {
      return rehearse(chosen, surroundings);
    }
    return new SingleUpgrade(upTo, wait.patience(), chosen, surroundings)
        .run()
        .tell(chosen, surroundings.terminal(), json);
  }

  private ExitCode all(List<Chosen> all, Surroundings surroundings) throws SQLException {
    if (upTo != null) {
      throw targetOfOne(all.getFirst(), all.get(1)::command);
    }
    return new InOneDocument(json, surroundings).each(all, this::one);
  }

  private CommandFailure targetOfOne(Chosen one, UnaryOperator<String> other) {
    String target = " --target " + upTo;
    return CommandFailure.usage(
        one.track().module() + " has several tracks, and --target is a version of one",
        one.command("upgrade") + target + "\nor  " + other.apply("upgrade") + target);
  }

  /** What all tenants share comes first: where it fails, none of them is touched. */
  private ExitCode all(Chosen shared, TenantFleet fleet, Surroundings surroundings)
      throws SQLException {
    if (upTo != null) {
      throw targetOfOne(shared, fleet::command);
    }
    if (dryRun.wanted()) {
      return new WholeModule(shared, fleet, json, surroundings)
          .look(this::rehearse, this::rehearse);
    }
    new SingleUpgrade(null, wait.patience(), shared, surroundings)
        .run()
        .tell(shared, surroundings.terminal(), json);
    return tenants(fleet, surroundings).run(dryRun);
  }

  /** Who the tenants are is not known before what they share is there. */
  private ExitCode rehearse(TenantFleet fleet, Surroundings surroundings) throws SQLException {
    try {
      return tenants(fleet, surroundings).run(dryRun);
    } catch (NoRegistry e) {
      surroundings.terminal().note("note: there is no registry of tenants yet, and so no tenant");
      return ExitCode.DONE;
    }
  }

  private TenantsMove tenants(TenantFleet fleet, Surroundings surroundings) {
    return new TenantsMove(
        new FleetMove.Up(Optional.ofNullable(upTo)),
        fleet,
        wishes,
        wait.patience(),
        json,
        surroundings);
  }

  private ExitCode rehearse(Chosen chosen, Surroundings surroundings) throws SQLException {
    DryRun run = new DryRun("upgrade", chosen, surroundings, json, wait.patience());
    return run.of(
        dryRun.kind(),
        UpgradePlan.of(
            chosen.track().readAll(), chosen.target(), Optional.ofNullable(upTo), run.withRole()),
        result ->
            new UpgradeText(chosen, surroundings)
                .moved(result)
                .tell(chosen, surroundings.terminal(), json));
  }
}
