package shareddb.cli;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.migrate.AppliedStep;
import shareddb.migrate.Blocker;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.ScriptText;
import shareddb.track.Migration;
import shareddb.track.Repeatable;
import shareddb.track.Track;
import shareddb.track.Version;

/** The result of a downgrade, written for people. */
record DowngradeText(Chosen chosen, Surroundings surroundings) {

  Moved moved(DowngradeResult result) {
    return switch (result) {
      case DowngradeResult.NothingToUndo(Version current) ->
          Moved.stayed(current, "nothing to undo");
      case DowngradeResult.Downgraded(Version from, Version to, List<AppliedStep> steps) ->
          Moved.along(from, to, steps);
      case DowngradeResult.Unknown unknown ->
          throw new UnknownOutcome(chosen, surroundings, unknown.error())
              .of("downgrade", absolute(unknown.goal()), unknown.steps());
      case DowngradeResult.TooManySteps(int wanted, int applied) ->
          throw CommandFailure.usage(
              "%s cannot go down %s: only %s are applied; nothing was changed"
                  .formatted(chosen.schema(), Amount.of(wanted, "version"), applied),
              chosen.command("downgrade") + " --target 0     undoes all of them");
      case DowngradeResult.UnknownVersion(Version wanted, List<Version> known) ->
          throw UnknownVersionText.of(chosen, wanted, known);
      case DowngradeResult.NoUndoScript none -> throw noUndo(none);
      case DowngradeResult.Refused refused ->
          throw new HistoryComplaint(chosen, surroundings).about(refused.problems());
      case DowngradeResult.Busy(Blocker holder) -> throw Blocking.busy(holder, chosen, "downgrade");
      case DowngradeResult.Blocked blocked -> throw blocked(blocked);
      case DowngradeResult.Failed failed -> throw failure(failed);
    };
  }

  /** With the version that is to stay: a count of steps would be one too many. */
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
                    .map(surroundings::shown)
                    .orElse(blocked.migration().undoScript()),
                Blocking.what(blocked.blocker()),
                chosen.schema(),
                blocked.current()),
        Blocking.next(blocked.blocker(), chosen, "downgrade"),
        blocked.steps());
  }

  private CommandFailure noUndo(DowngradeResult.NoUndoScript none) {
    List<String> missing =
        none.missing().stream()
            .map(m -> surroundings.shown(chosen.track().undo().resolve(m.undoScript())))
            .toList();
    return CommandFailure.failed(
        "there is no undo script: %s\n%s is at %s, as before"
            .formatted(String.join(", ", missing), chosen.schema(), none.current()),
        "write it, then  " + chosen.command("downgrade"));
  }

  private CommandFailure failure(DowngradeResult.Failed failed) {
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
    return CommandFailure.failed(
        "%s%s\n%s is at %s"
            .formatted(
                file, ErrorAdvice.failed(failed.error(), how), chosen.schema(), failed.current()),
        failed.error().isOfLostSession()
            ? absolute(failed.goal())
            : ErrorAdvice.next(failed.error(), "mend " + file, chosen.command("downgrade"), chosen),
        failed.steps());
  }

  /** Says which repeatable migrations the downgrade of a track leaves as they are. */
  static void repeatablesStay(Track track, Terminal terminal) {
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
}
