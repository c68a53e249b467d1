package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.fleet.FleetMove;
import shareddb.migrate.AppliedStep;
import shareddb.migrate.Blocker;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.ScriptText;
import shareddb.track.Migration;
import shareddb.track.Repeatable;
import shareddb.track.Track;
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
        throw new CommandFailure(
            ExitCode.USAGE, "--steps is 1 or more, not " + steps, "./db downgrade --help");
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
          throw new CommandFailure(
              ExitCode.USAGE,
              shared.track().module() + " has several tracks, and a downgrade is of one",
              fleet.command("downgrade") + " --target VERSION\nor  " + shared.command("downgrade"));
      case Aim.Tracks(List<Chosen> all) -> throw PlaceOptions.needsOne(all, "downgrade");
    };
  }

  private TenantsMove tenants(TenantFleet fleet, Surroundings surroundings) {
    return new TenantsMove(
        "downgrade",
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

  /** What nothing takes back. */
  static void leave(Track track, Terminal terminal) {
    List<Repeatable> repeatables = track.readAll().repeatables();
    if (!repeatables.isEmpty()) {
      terminal.note(
          "note: "
              + repeatables.stream().map(Repeatable::script).collect(Collectors.joining(", "))
              + (repeatables.size() == 1
                  ? " stays as it is, and runs"
                  : " stay as they are, and run")
              + " again only with a new text");
    }
  }

  private ExitCode rehearse(DowngradeTo to, Chosen chosen, Surroundings surroundings)
      throws SQLException {
    return new DryRun("downgrade", chosen, surroundings, json, wait.patience())
        .of(
            dryRun.kind(),
            DowngradePlan.of(chosen.track().readAll(), chosen.target(), to),
            result ->
                moved(result, chosen, surroundings).tell(chosen, surroundings.terminal(), json));
  }

  static Moved moved(DowngradeResult result, Chosen chosen, Surroundings surroundings) {
    return switch (result) {
      case DowngradeResult.NothingToUndo(Version current) ->
          Moved.stayed(current, "nothing to undo");
      case DowngradeResult.Downgraded(Version from, Version to, List<AppliedStep> steps) ->
          Moved.along(from, to, steps);
      case DowngradeResult.Unknown unknown ->
          throw new UnknownOutcome(chosen, surroundings, unknown.error())
              .of("downgrade", absolute(unknown.goal(), chosen), unknown.steps());
      case DowngradeResult.TooManySteps(int wanted, int applied) ->
          throw new CommandFailure(
              ExitCode.USAGE,
              chosen.schema()
                  + " cannot go down "
                  + Amount.of(wanted, "version")
                  + ": only "
                  + applied
                  + " are applied; nothing was changed",
              chosen.command("downgrade") + " --target 0     undoes all of them");
      case DowngradeResult.UnknownVersion(Version wanted, List<Version> known) ->
          throw UpgradeCommand.unknownVersion(chosen, wanted, known);
      case DowngradeResult.NoUndoScript none -> throw noUndo(none, chosen, surroundings);
      case DowngradeResult.Refused refused ->
          throw new HistoryComplaint(chosen, surroundings).about(refused.problems());
      case DowngradeResult.Busy(Blocker holder) -> throw busy(holder, chosen, "downgrade");
      case DowngradeResult.Blocked blocked -> throw blocked(blocked, chosen, surroundings);
      case DowngradeResult.Failed failed -> throw failure(failed, chosen, surroundings);
    };
  }

  /** With the version that is to stay: a count of steps would be one too many. */
  private static String absolute(Version goal, Chosen chosen) {
    return chosen.command("downgrade") + " --target " + goal;
  }

  static CommandFailure busy(Blocker holder, Chosen chosen, String command) {
    return busy(holder, List.of(), chosen, command);
  }

  static CommandFailure busy(
      Blocker holder, List<AppliedStep> steps, Chosen chosen, String command) {
    return new CommandFailure(
        ExitCode.FAILED,
        "another session works on "
            + chosen.schema()
            + ": "
            + holder.who()
            + "; "
            + (steps.isEmpty() ? "nothing was changed" : "what was done so far stands")
            + "\n  "
            + holder.activity(),
        Blocking.next(holder, chosen, command),
        steps);
  }

  private static CommandFailure blocked(
      DowngradeResult.Blocked blocked, Chosen chosen, Surroundings surroundings) {
    return new CommandFailure(
        ExitCode.FAILED,
        blocked.migration().undo().map(surroundings::shown).orElse(blocked.migration().undoScript())
            + " was given up: "
            + Blocking.what(blocked.blocker())
            + "\n"
            + chosen.schema()
            + " is at "
            + blocked.current(),
        Blocking.next(blocked.blocker(), chosen, "downgrade"),
        blocked.steps());
  }

  private static CommandFailure noUndo(
      DowngradeResult.NoUndoScript none, Chosen chosen, Surroundings surroundings) {
    List<String> missing =
        none.missing().stream()
            .map(m -> surroundings.shown(chosen.track().undo().resolve(m.undoScript())))
            .toList();
    return new CommandFailure(
        ExitCode.FAILED,
        "there is no undo script: "
            + String.join(", ", missing)
            + "\n"
            + chosen.schema()
            + " is at "
            + none.current()
            + ", as before",
        "write it, then  " + chosen.command("downgrade"));
  }

  private static CommandFailure failure(
      DowngradeResult.Failed failed, Chosen chosen, Surroundings surroundings) {
    Migration migration = failed.migration();
    String file =
        surroundings.shown(
            migration.undo().orElse(chosen.track().undo().resolve(migration.undoScript())));
    String how =
        failed.error().isOfLostSession()
            ? " was not undone as a whole"
            : migration.undo().map(ScriptText::of).map(ScriptText::inOneTransaction).orElse(true)
                ? " failed and was rolled back"
                : " failed; what its statements before that did stays";
    return new CommandFailure(
        ExitCode.FAILED,
        file
            + ErrorAdvice.failed(failed.error(), how)
            + "\n"
            + chosen.schema()
            + " is at "
            + failed.current(),
        failed.error().isOfLostSession()
            ? absolute(failed.goal(), chosen)
            : ErrorAdvice.next(failed.error(), "mend " + file, chosen.command("downgrade"), chosen),
        failed.steps());
  }
}
