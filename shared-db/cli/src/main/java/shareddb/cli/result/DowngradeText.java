package shareddb.cli.result;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.CountText;
import shareddb.cli.output.Terminal;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;

/** The text of a downgrade's result. */
public record DowngradeText(SelectedTarget chosen, CommandContext context) {

  public VersionChangeText moved(DowngradeResult result) {
    return switch (result) {
      case DowngradeResult.NothingToUndo(Version current) ->
          VersionChangeText.stayed(current, "nothing to undo");
      case DowngradeResult.Downgraded(Version from, Version to, List<AppliedStep> steps) ->
          VersionChangeText.along(from, to, steps);
      case DowngradeResult.Unknown unknown ->
          throw new UnknownOutcomeText(chosen, context, unknown.error())
              .of("downgrade", absolute(unknown.goal()), unknown.steps());
      case DowngradeResult.TooManySteps(int wanted, int applied) ->
          throw CommandFailure.usage(
              "%s cannot go down %s: only %s are applied; nothing was changed"
                  .formatted(chosen.schema(), CountText.of(wanted, "version"), applied),
              chosen.command("downgrade") + " --target 0     undoes all of them");
      case DowngradeResult.BelowBaseline(Version baseline) ->
          throw CommandFailure.failed(
              "the history of %s begins with a baseline at %s: no migration of this history made"
                      .formatted(chosen.schema(), baseline)
                  + " what is below, and none can be undone; nothing was changed",
              chosen.command("history") + "     (shows it)");
      case DowngradeResult.UnknownVersion(Version wanted, List<Version> known) ->
          throw UnknownVersionText.of(chosen, wanted, known);
      case DowngradeResult.NoUndoScript none -> throw noUndo(none);
      case DowngradeResult.Refused refused ->
          throw new HistoryProblemText(chosen, context).about(refused.problems());
      case DowngradeResult.Busy(Blocker holder) ->
          throw BlockerText.busy(holder, chosen, "downgrade");
      case DowngradeResult.Blocked blocked -> throw blocked(blocked);
      case DowngradeResult.Failed failed -> throw failure(failed);
    };
  }

  /**
   * The command with the version to end at. A number of steps would undo too much the second time.
   */
  private String absolute(Version goal) {
    return chosen.command("downgrade") + " --target " + goal;
  }

  private CommandFailure blocked(DowngradeResult.Blocked blocked) {
    return CommandFailure.failed(
        "%s was given up: %s\n%s is at %s"
            .formatted(
                blocked
                    .migration()
                    .undo()
                    .map(context::shown)
                    .orElse(blocked.migration().undoScript()),
                BlockerText.what(blocked.blocker()),
                chosen.schema(),
                blocked.current()),
        BlockerText.next(blocked.blocker(), chosen, "downgrade"),
        blocked.steps());
  }

  private CommandFailure noUndo(DowngradeResult.NoUndoScript none) {
    List<String> missing =
        none.missing().stream()
            .map(m -> context.shown(chosen.track().undo().resolve(m.undoScript())))
            .toList();
    return CommandFailure.failed(
        "there is no undo script: %s\n%s is at %s, as before"
            .formatted(String.join(", ", missing), chosen.schema(), none.current()),
        "write it, then  " + chosen.command("downgrade"));
  }

  private CommandFailure failure(DowngradeResult.Failed failed) {
    Migration migration = failed.migration();
    String file =
        context.shown(
            migration.undo().orElse(chosen.track().undo().resolve(migration.undoScript())));
    String how =
        failed.error().isOfLostSession()
            ? " was not undone as a whole"
            : DowngradePlan.inOneTransaction(migration)
                ? " failed and was rolled back"
                : " failed; what its statements before that did stays";
    return CommandFailure.failed(
        "%s%s\n%s is at %s"
            .formatted(
                file, ErrorAdvice.failed(failed.error(), how), chosen.schema(), failed.current()),
        failed.error().isOfLostSession()
            ? absolute(failed.goal())
            : ErrorAdvice.next(failed.error(), "mend " + file, chosen.command("downgrade"), chosen),
        failed.steps());
  }

  /** Notes which repeatable migrations a downgrade leaves unchanged. */
  public static void repeatablesStay(Track track, Terminal terminal) {
    List<RepeatableMigration> repeatables = track.readAll().repeatables();
    if (!repeatables.isEmpty()) {
      terminal.note(
          "note: "
              + repeatables.stream()
                  .map(RepeatableMigration::script)
                  .collect(Collectors.joining(", "))
              + (repeatables.size() == 1
                  ? " stays as it is, and runs"
                  : " stay as they are, and run")
              + " again only with a new text");
    }
  }
}
