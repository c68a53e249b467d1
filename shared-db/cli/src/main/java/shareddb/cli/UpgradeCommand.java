package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.fleet.FleetMove;
import shareddb.migrate.AppliedStep;
import shareddb.migrate.Blocker;
import shareddb.migrate.StatementError;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradePlan;
import shareddb.migrate.UpgradeResult;
import shareddb.tenants.NoRegistry;
import shareddb.track.Version;

/** {@code ./db upgrade TRACK}. */
@CommandLine.Command
final class UpgradeCommand implements Command {

  /** A column, a table or index, an object of another kind, a function. */
  private static final Set<String> ALREADY_THERE = Set.of("42701", "42P07", "42710", "42723");

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
    return moved(upgrade(upTo, wait.patience(), chosen, surroundings), chosen, surroundings)
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
    return new CommandFailure(
        ExitCode.USAGE,
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
    moved(upgrade(null, wait.patience(), shared, surroundings), shared, surroundings)
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
        "upgrade",
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
        result -> moved(result, chosen, surroundings).tell(chosen, surroundings.terminal(), json));
  }

  static UpgradeResult upgrade(
      @Nullable Version upTo, Duration patience, Chosen chosen, Surroundings surroundings)
      throws SQLException {
    MissingDatabase.make(chosen);
    return Attended.run(
        "upgrade",
        chosen,
        surroundings,
        patience,
        caller ->
            upTo == null
                ? Upgrade.run(chosen.track(), chosen.target(), caller)
                : Upgrade.run(chosen.track(), chosen.target(), upTo, caller));
  }

  static ExitCode report(UpgradeResult result, Chosen chosen, Surroundings surroundings) {
    moved(result, chosen, surroundings).print(chosen, surroundings.terminal());
    return ExitCode.DONE;
  }

  static Moved moved(UpgradeResult result, Chosen chosen, Surroundings surroundings) {
    return switch (result) {
      case UpgradeResult.UpToDate(Version current) -> Moved.stayed(current, "nothing is pending");
      case UpgradeResult.Upgraded(Version from, Version to, List<AppliedStep> steps) ->
          Moved.along(from, to, steps);
      case UpgradeResult.Unknown(Version before, List<AppliedStep> steps, StatementError error) ->
          throw new UnknownOutcome(chosen, surroundings, error)
              .of("upgrade", chosen.command("upgrade"), steps);
      case UpgradeResult.AlreadyBeyond(Version current, Version wanted) ->
          throw new CommandFailure(
              ExitCode.FAILED,
              chosen.schema() + " is at " + current + ", which is above " + wanted,
              chosen.command("downgrade") + " --target " + wanted);
      case UpgradeResult.UnknownVersion(Version wanted, List<Version> known) ->
          throw unknownVersion(chosen, wanted, known);
      case UpgradeResult.NoHistory none ->
          throw new HistoryComplaint(chosen, surroundings).about(none);
      case UpgradeResult.Refused refused ->
          throw new HistoryComplaint(chosen, surroundings).about(refused.problems());
      case UpgradeResult.Busy(Blocker holder, List<AppliedStep> steps) ->
          throw DowngradeCommand.busy(holder, steps, chosen, "upgrade");
      case UpgradeResult.Blocked blocked -> throw blocked(blocked, chosen, surroundings);
      case UpgradeResult.Failed failed -> throw failure(failed, chosen, surroundings);
    };
  }

  static CommandFailure unknownVersion(Chosen chosen, Version wanted, List<Version> known) {
    return new CommandFailure(
        ExitCode.USAGE,
        chosen.track().label()
            + " has no version "
            + wanted
            + "; it has "
            + known.stream().map(Version::toString).collect(Collectors.joining(", ")),
        chosen.command("history"));
  }

  private static CommandFailure blocked(
      UpgradeResult.Blocked blocked, Chosen chosen, Surroundings surroundings) {
    return new CommandFailure(
        ExitCode.FAILED,
        blocked.migration().map(m -> surroundings.shown(m.file())).orElse("the upgrade")
            + " was given up: "
            + Blocking.what(blocked.blocker())
            + "\n"
            + chosen.schema()
            + " is at "
            + blocked.current()
            + (blocked.steps().isEmpty() ? ", as before" : "")
            + InvalidIndexes.what(blocked.invalid()),
        Blocking.next(blocked.blocker(), chosen, "upgrade")
            + InvalidIndexes.next(blocked.invalid(), chosen),
        blocked.steps());
  }

  private static CommandFailure failure(
      UpgradeResult.Failed failed, Chosen chosen, Surroundings surroundings) {
    Optional<String> file = failed.migration().map(m -> surroundings.shown(m.file()));
    return new CommandFailure(
        ExitCode.FAILED,
        file.orElse("the upgrade")
            + failed
                .error()
                .map(e -> ErrorAdvice.failed(e, " failed"))
                .orElse(" failed\n" + failed.report())
            + "\n"
            + chosen.schema()
            + " is at "
            + failed.current()
            + (failed.steps().isEmpty() ? ", as before" : "")
            + InvalidIndexes.what(failed.invalid()),
        next(failed, file.orElse("it"), chosen)
            + adoption(failed, chosen)
            + InvalidIndexes.next(failed.invalid(), chosen),
        failed.steps());
  }

  private static String next(UpgradeResult.Failed failed, String file, Chosen chosen) {
    String mend = "mend " + (failed.invalid().isEmpty() ? file : "what was in the way");
    String again = chosen.command("upgrade");
    return failed
        .error()
        .map(error -> ErrorAdvice.next(error, mend, again, chosen))
        .orElse(mend + ", then  " + again);
  }

  /** What somebody made by hand, and then wrote a migration for, is there already. */
  private static String adoption(UpgradeResult.Failed failed, Chosen chosen) {
    boolean there = failed.error().map(e -> ALREADY_THERE.contains(e.sqlState())).orElse(false);
    return there
        ? "\nor, where the schema has all of it already:  "
            + chosen.command("revision")
            + " --adopt"
        : "";
  }
}
