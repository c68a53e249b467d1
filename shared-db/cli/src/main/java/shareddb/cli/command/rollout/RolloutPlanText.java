package shareddb.cli.command.rollout;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.BackfillScript;
import shareddb.base.track.Migration;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.TextTable;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.rollout.PhasedChange;
import shareddb.migrate.rollout.RolloutPhase;

/** What a rollout would do, phase by phase. */
record RolloutPlanText(SelectedTarget chosen, CommandContext context, JsonOption json) {

  ExitCode tell(RolloutPhase last, boolean abort) throws SQLException {
    TrackState state = CurrentState.of(chosen.track(), chosen.target());
    Optional<PhasedChange> change = PhasedChange.next(state);
    List<String[]> lines =
        change.map(next -> abort ? back(next) : forth(next, last)).orElse(List.of());
    return json.tell(
        context.terminal(),
        () ->
            chosen
                .json()
                .put("current", state.current().toString())
                .put("plan", lines.stream().map(RolloutPlanText::json).toList()),
        () -> print(lines, state));
  }

  private void print(List<String[]> lines, TrackState state) {
    if (lines.isEmpty()) {
      context
          .terminal()
          .print(chosen.schema() + " is at " + state.current() + ": there is no rollout to do");
      return;
    }
    TextTable table = new TextTable();
    lines.forEach(line -> table.row("  " + line[0], line[1]));
    context.terminal().print("the rollout of " + chosen.schema() + " would run:");
    context.terminal().print(table);
  }

  private List<String[]> forth(PhasedChange change, RolloutPhase last) {
    List<String[]> lines = new ArrayList<>();
    if (!change.isExpanded()) {
      lines.add(
          line(
              RolloutPhase.EXPAND,
              views(change.oldViews(chosen.target().schema()).quoted())
                  + ", then "
                  + change.expand().script()
                  + ", in one transaction"));
    }
    change.between().forEach(m -> lines.add(line(RolloutPhase.EXPAND, m.script())));
    if (last.compareTo(RolloutPhase.BACKFILL) >= 0) {
      lines.add(line(RolloutPhase.BACKFILL, backfill(change)));
      lines.add(
          line(
              RolloutPhase.BACKFILL,
              "then " + views(change.newViews(chosen.target().schema()).quoted())));
    }
    if (last.compareTo(RolloutPhase.PROOF) >= 0) {
      lines.add(
          line(
              RolloutPhase.PROOF,
              "no session of role " + chosen.target().apiRole() + " but those of the new version"));
    }
    if (last == RolloutPhase.CONTRACT) {
      lines.add(
          line(
              RolloutPhase.CONTRACT,
              "keep the rows, then drop the views and run "
                  + change.contract().script()
                  + ", in one transaction"));
    }
    return lines;
  }

  private List<String[]> back(PhasedChange change) {
    Migration expand = change.expand();
    return change.isExpanded()
        ? List.<String[]>of(
            new String[] {
              "abort", "drop the views and run " + expand.undoScript() + ", in one transaction"
            })
        : List.of();
  }

  private static String backfill(PhasedChange change) {
    return change
        .backfill()
        .map(BackfillScript::steps)
        .map(
            steps ->
                CountText.of(steps.size(), "statement") + " of the back-fill script, in batches")
        .orElse("no rows to fill");
  }

  private static JsonObject json(String[] line) {
    return new JsonObject().put("phase", line[0]).put("what", line[1]);
  }

  private static String views(String schema) {
    return "views in " + schema;
  }

  private static String[] line(RolloutPhase phase, String what) {
    return new String[] {phase.word(), what};
  }
}
