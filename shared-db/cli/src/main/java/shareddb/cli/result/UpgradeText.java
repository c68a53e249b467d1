package shareddb.cli.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.StepsText;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** The text of an upgrade's result. */
public record UpgradeText(SelectedTarget chosen, CommandContext context) {

  /** The SQLSTATEs for a column, a relation, another object or a function that exists already. */
  private static final Set<String> ALREADY_THERE = Set.of("42701", "42P07", "42710", "42723");

  public VersionChangeText moved(UpgradeResult result) {
    return switch (result) {
      case UpgradeResult.UpToDate(Version current) ->
          VersionChangeText.stayed(current, "nothing is pending");
      case UpgradeResult.Upgraded(Version from, Version to, List<AppliedStep> steps) ->
          VersionChangeText.along(from, to, steps);
      case UpgradeResult.Unknown(Version before, List<AppliedStep> steps, StatementError error) ->
          throw new UnknownOutcomeText(chosen, context, error)
              .of("upgrade", chosen.command("upgrade"), steps);
      case UpgradeResult.AlreadyBeyond(Version current, Version wanted) ->
          throw CommandFailure.failed(
              chosen.schema() + " is at " + current + ", which is above " + wanted,
              chosen.command("downgrade") + " --target " + wanted);
      case UpgradeResult.UnknownVersion(Version wanted, List<Version> known) ->
          throw UnknownVersionText.of(chosen, wanted, known);
      case UpgradeResult.NoHistory none ->
          throw new HistoryProblemText(chosen, context).about(none);
      case UpgradeResult.Refused refused ->
          throw new HistoryProblemText(chosen, context).about(refused.problems());
      case UpgradeResult.Busy(Blocker holder, List<AppliedStep> steps) ->
          throw BlockerText.busy(holder, steps, chosen, "upgrade");
      case UpgradeResult.Blocked blocked -> throw blocked(blocked);
      case UpgradeResult.ContractWaits waits -> throw ContractText.waits(waits, chosen);
      case UpgradeResult.Failed failed -> throw failure(failed);
    };
  }

  private CommandFailure blocked(UpgradeResult.Blocked blocked) {
    return CommandFailure.failed(
        "%s was given up: %s\n%s is at %s%s%s"
            .formatted(
                blocked.migration().map(m -> context.shown(m.file())).orElse("the upgrade"),
                BlockerText.what(blocked.blocker()),
                chosen.schema(),
                blocked.current(),
                blocked.steps().isEmpty() ? ", as before" : "",
                InvalidIndexText.what(blocked.invalid())),
        BlockerText.next(blocked.blocker(), chosen, "upgrade")
            + InvalidIndexText.next(blocked.invalid(), chosen),
        blocked.steps());
  }

  private CommandFailure failure(UpgradeResult.Failed failed) {
    Optional<String> file = failed.migration().map(m -> context.shown(m.file()));
    return CommandFailure.failed(
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
            + InvalidIndexText.what(failed.invalid()),
        next(failed, file.orElse("it"))
            + adoption(failed)
            + InvalidIndexText.next(failed.invalid(), chosen),
        failed.steps());
  }

  private String next(UpgradeResult.Failed failed, String file) {
    String mend = "mend " + (failed.invalid().isEmpty() ? file : "what was in the way");
    String again = chosen.command("upgrade");
    return failed
        .error()
        .map(error -> ErrorAdvice.next(error, mend, again, chosen))
        .orElse(mend + ", then  " + again);
  }

  /**
   * The advice to adopt, if the migration failed because its object exists: the user may have
   * created it by hand.
   */
  private String adoption(UpgradeResult.Failed failed) {
    boolean there = failed.error().map(e -> ALREADY_THERE.contains(e.sqlState())).orElse(false);
    return there
        ? "\nor, where the schema has all of it already:  %s --adopt"
            .formatted(chosen.command("revision"))
        : "";
  }

  /** The failure if the upgrade of an empty database failed, which a comparison needs. */
  public CommandFailure notApplicable(UpgradeResult upgrade) {
    if (!(upgrade instanceof UpgradeResult.Failed failed)) {
      throw new IllegalStateException("an empty database answered with " + upgrade);
    }
    String again = chosen.command("drift");
    return CommandFailure.failed(
        failed.migration().map(m -> context.shown(m.file())).orElse("the track")
            + " cannot be applied to an empty database, so it is not known what "
            + chosen.schema()
            + " should be\n"
            + failed.error().map(StepsText::said).orElse(failed.report()),
        failed
            .error()
            .map(e -> ErrorAdvice.next(e, "mend it", again, chosen))
            .orElse("mend it, then  " + again));
  }
}
