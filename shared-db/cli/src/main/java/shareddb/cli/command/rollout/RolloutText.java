package shareddb.cli.command.rollout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.ContractText;
import shareddb.cli.result.ErrorAdvice;
import shareddb.cli.result.HistoryProblemText;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.result.UnknownOutcomeText;
import shareddb.cli.result.UpgradeText;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.phase.UnprovenRows;
import shareddb.migrate.rollout.OldSession;
import shareddb.migrate.rollout.PhasedChange;
import shareddb.migrate.rollout.RolloutPhase;
import shareddb.migrate.rollout.RolloutResult;
import shareddb.migrate.script.StatementError;
import shareddb.migrate.snapshot.Snapshot;

/** The text and the JSON of a rollout's result. */
record RolloutText(SelectedTarget chosen, CommandContext context, Optional<Snapshot> kept) {

  /** Where the target is, and what to type next. */
  record Standing(String what, Optional<String> next, JsonObject json) {}

  void print(Standing standing) {
    context.terminal().print(standing.what());
    kept.ifPresent(snapshot -> context.terminal().print(SnapshotText.kept(snapshot, context)));
    standing.next().ifPresent(next -> context.terminal().print("next:  " + next));
  }

  /** Throws a failure where the rollout was stopped. */
  Standing of(RolloutResult result) {
    return switch (result) {
      case RolloutResult.NothingToDo nothing ->
          standing(
              chosen.schema() + " is at " + nothing.current() + ": there is no rollout to do",
              Optional.empty(),
              "none");
      case RolloutResult.Reached(RolloutPhase phase, PhasedChange change) -> reached(phase, change);
      case RolloutResult.Completed(PhasedChange change) ->
          standing(
              "%s: %s %s %s; the old version is gone"
                  .formatted(
                      chosen.schema(),
                      change.old(),
                      context.terminal().arrow(),
                      change.contract().version()),
              Optional.empty(),
              "contract");
      case RolloutResult.TakenBack(PhasedChange change) ->
          standing(
              chosen.schema() + " is at " + change.old() + " again; the new version is gone",
              Optional.empty(),
              "aborted");
      case RolloutResult.Behind(PhasedChange change) ->
          throw CommandFailure.failed(
              "%s comes before %s, and is pending"
                  .formatted(change.behind().getFirst().script(), change.expand().script()),
              chosen.command("upgrade") + " --target " + change.old());
      case RolloutResult.Unproven(PhasedChange change, UnprovenRows rows) ->
          throw unproven(change, rows);
      case RolloutResult.StillUsed(PhasedChange change, List<OldSession> sessions) ->
          throw stillUsed(change, sessions);
      case RolloutResult.Refused(List<HistoryProblem> problems) ->
          throw new HistoryProblemText(chosen, context).about(problems);
      case RolloutResult.NotUpgraded(UpgradeResult upgrade) -> throw between(upgrade);
      case RolloutResult.NoUndoScript none ->
          throw CommandFailure.failed(
              none.migration().script() + " has no undo script, so the rollout cannot go back",
              "write undo/" + none.migration().undoScript() + ", then  " + again(" --abort"));
      case RolloutResult.Busy(Blocker holder) -> throw BlockerText.busy(holder, chosen, "rollout");
      case RolloutResult.AlreadyRunning running ->
          throw CommandFailure.failed(
              "another rollout fills the rows of "
                  + chosen.schema()
                  + running.session().map(pid -> " (session " + pid + ")").orElse(""),
              chosen.command("current"));
      case RolloutResult.Blocked(RolloutPhase phase, Blocker blocker) ->
          throw CommandFailure.failed(
              "the phase %s was given up: %s\n%s is as it was before this phase"
                  .formatted(phase.word(), BlockerText.what(blocker), chosen.schema()),
              BlockerText.next(blocker, chosen, "rollout"));
      case RolloutResult.Failed(RolloutPhase phase, StatementError error) ->
          throw CommandFailure.failed(
              "the phase "
                  + phase.word()
                  + ErrorAdvice.failed(error, " failed")
                  + "\nthis phase was rolled back, of a back-fill the last batch",
              "mend it, then  " + again("") + "\nor go back:  " + again(" --abort"));
      case RolloutResult.Unknown(RolloutPhase phase, StatementError error) ->
          throw new UnknownOutcomeText(chosen, context, error)
              .of("rollout", chosen.command("rollout"), List.of());
    };
  }

  private Standing reached(RolloutPhase phase, PhasedChange change) {
    String views = change.newViews(chosen.target().schema()).quoted();
    String what =
        switch (phase) {
          case EXPAND -> "the old version goes on, and new rows have both columns";
          case BACKFILL -> "all rows are filled; old and new version read and write";
          case PROOF -> "no row differs, and no session of the old version is at work";
          case CONTRACT -> "the old version is gone";
        };
    String next =
        phase == RolloutPhase.BACKFILL
            ? "start the new version (it speaks %s), stop the old one, then  %s"
                .formatted(views, again(""))
            : again("");
    return standing(
        "%s is at %s: %s".formatted(chosen.schema(), change.expand().version(), what),
        Optional.of(next + "\n       to go back:  " + again(" --abort")),
        phase.word());
  }

  private Standing standing(String what, Optional<String> next, String phase) {
    return new Standing(
        what, next, chosen.json().put("phase", phase).put("message", what).put("next", next));
  }

  private CommandFailure unproven(PhasedChange change, UnprovenRows rows) {
    return new CommandFailure(
        ExitCode.DIFFERS,
        "%s not filled as %s needs them:%s\n%s stays expanded, at %s"
            .formatted(
                rows.count() == 1 ? "1 row is" : "%,d rows are".formatted(rows.count()),
                change.contract().script(),
                ContractText.examples(rows),
                chosen.schema(),
                change.expand().version()),
        "mend the rows, or "
            + context.shown(change.expand().backfill().orElseThrow())
            + ", then  "
            + again("")
            + "\nor go back:  "
            + again(" --abort"));
  }

  private CommandFailure stillUsed(PhasedChange change, List<OldSession> sessions) {
    String list =
        sessions.stream()
            .limit(3)
            .map(
                one ->
                    "\n  session %d, %s at %s, %d s ago"
                        .formatted(
                            one.pid(),
                            one.application().isEmpty() ? "without a name" : one.application(),
                            one.address(),
                            one.quiet().toSeconds()))
            .collect(Collectors.joining());
    return new CommandFailure(
        ExitCode.DIFFERS,
        "%s of role %s %s not the new version's, whose application_name is %s:%s"
            .formatted(
                CountText.of(sessions.size(), "session"),
                chosen.target().apiRole(),
                sessions.size() == 1 ? "is" : "are",
                change.newViews(chosen.target().schema()),
                list),
        "stop the old version, then  "
            + again("")
            + "\nor, where these may fail:  "
            + again(" --idle 0"));
  }

  /** A migration between the two failed: an upgrade says why. */
  private CommandFailure between(UpgradeResult upgrade) {
    new UpgradeText(chosen, context).moved(upgrade);
    return CommandFailure.failed("a migration did not come through", chosen.command("upgrade"));
  }

  private String again(String options) {
    return chosen.command("rollout") + options;
  }
}
