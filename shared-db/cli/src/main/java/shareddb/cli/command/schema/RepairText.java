package shareddb.cli.command.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.HistoryProblemText;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.repair.HistoryChange;
import shareddb.migrate.repair.RepairPlan;

/** The text and the JSON of changing a history. */
record RepairText(SelectedTarget chosen, RepairPlan plan, CommandContext context) {

  /** The changes, and what no change of the history can mend. */
  String proposal() {
    String head =
        plan.changes().isEmpty()
            ? chosen.schema() + ": nothing in the history is to be repaired"
            : "repairing the history of %s changes %s; no script is run"
                .formatted(chosen.schema(), CountText.of(plan.changes().size(), "row"));
    return head
        + plan.changes().stream().map(change -> "\n  " + said(change)).collect(Collectors.joining())
        + left();
  }

  ExitCode looked() {
    return plan.changes().isEmpty() && plan.left().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  ExitCode repaired() {
    return plan.left().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  void printDone(Version now) {
    Terminal terminal = context.terminal();
    terminal.print(
        "%s %s: %s changed, and it counts as being at %s"
            .formatted(
                terminal.tick(), chosen.schema(), CountText.of(plan.changes().size(), "row"), now));
    terminal.advise(
        chosen.command("drift") + "     says whether the schema is what its files make");
  }

  private String left() {
    if (plan.left().isEmpty()) {
      return "";
    }
    HistoryProblemText text = new HistoryProblemText(chosen, context);
    StringBuilder left = new StringBuilder("\nwhat stays, as no change of the history mends it:");
    for (HistoryProblem problem : plan.left()) {
      left.append("\n  ").append(Terminal.indented(text.what(problem), 2));
      left.append("\n  to mend it: ").append(Terminal.indented(text.next(problem), 14));
    }
    return left.toString();
  }

  private String said(HistoryChange change) {
    HistoryRow row = change.row();
    return switch (change) {
      case HistoryChange.RemoveFailed failed ->
          "%s, %s by %s: the row of the failed script is deleted%s"
              .formatted(
                  row.script(), TimeText.of(row.installedOn()), row.installedBy(), done(row));
      case HistoryChange.ForgetMissing missing ->
          row.script()
              + ": its file is gone, so it does not count as applied any more; what it made stays";
      case HistoryChange.TakeFromFile edited -> {
        int checksum = edited.checksum(chosen.target());
        String sum =
            row.sum().equals(Optional.of(checksum))
                ? ""
                : ", checksum %s %s %d"
                    .formatted(
                        row.sum().map(String::valueOf).orElse("none"),
                        context.terminal().arrow(),
                        checksum);
        String description =
            row.description().equals(edited.migration().description())
                ? ""
                : ", description \"%s\" %s \"%s\""
                    .formatted(
                        row.description(),
                        context.terminal().arrow(),
                        edited.migration().description());
        yield row.script() + ": as its file is now" + sum + description;
      }
    };
  }

  private static String done(HistoryRow row) {
    return row.statementsDone() == 0
        ? ""
        : "; what %s of it did stays".formatted(CountText.of(row.statementsDone(), "statement"));
  }

  JsonObject json(boolean repaired, Version version) {
    List<JsonObject> changes =
        plan.changes().stream()
            .map(
                change ->
                    new JsonObject()
                        .put("script", change.row().script())
                        .put("rank", change.row().rank())
                        .put("change", word(change)))
            .toList();
    HistoryProblemText text = new HistoryProblemText(chosen, context);
    return chosen
        .json()
        .put("version", version.toString())
        .put("repaired", repaired)
        .put("changes", changes)
        .putTexts("left", plan.left().stream().map(text::what).toList());
  }

  private static String word(HistoryChange change) {
    return switch (change) {
      case HistoryChange.RemoveFailed failed -> "removed";
      case HistoryChange.ForgetMissing missing -> "forgotten";
      case HistoryChange.TakeFromFile edited -> "aligned";
    };
  }
}
