package shareddb.cli.result;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.TrackState;

/** The text and the JSON of a target's state. */
public record TargetStateText(TrackState state, SelectedTarget chosen, CommandContext context) {

  public void print() {
    Terminal terminal = context.terminal();
    String newest =
        state.current().compareTo(state.newest()) >= 0 ? ", the newest" : " of " + state.newest();
    terminal.print(chosen.schema() + " is at " + state.current() + newest);
    TextTable pending = new TextTable();
    state
        .due()
        .forEach(m -> pending.row("  pending", StepsText.version(m.brings()), m.description()));
    terminal.print(pending);
    HistoryProblemText complaint = new HistoryProblemText(chosen, context);
    for (HistoryProblem problem : state.problems()) {
      terminal.complain(Terminal.indented(complaint.what(problem), 7));
      terminal.advise(complaint.next(problem));
    }
  }

  public JsonObject json() {
    HistoryProblemText complaint = new HistoryProblemText(chosen, context);
    List<JsonObject> problems =
        state.problems().stream().map(problem -> problem(problem, complaint)).toList();
    return chosen
        .json()
        .put("current", state.current().toString())
        .put("newest", state.newest().toString())
        .put("pending", state.due().stream().map(TargetStateText::migration).toList())
        .put("problems", problems);
  }

  private static JsonObject migration(UpgradeScript migration) {
    return new JsonObject()
        .put("version", migration.brings().map(Version::toString))
        .put("description", migration.description())
        .put("script", migration.script());
  }

  private static JsonObject problem(HistoryProblem problem, HistoryProblemText complaint) {
    String kind =
        switch (problem) {
          case HistoryProblem.OfAnotherTrack foreign -> "of_another_track";
          case HistoryProblem.Edited edited -> "edited";
          case HistoryProblem.Missing missing -> "missing";
          case HistoryProblem.OutOfOrder late -> "out_of_order";
          case HistoryProblem.HalfDone half -> "half_done";
          case HistoryProblem.RepeatableGone gone -> "repeatable_gone";
          case HistoryProblem.RepeatableFailed failed -> "repeatable_failed";
        };
    return new JsonObject()
        .put("kind", kind)
        .put("version", version(problem).map(Version::toString))
        .put("message", complaint.what(problem))
        .put("next", complaint.next(problem));
  }

  private static Optional<Version> version(HistoryProblem problem) {
    return switch (problem) {
      case HistoryProblem.OfAnotherTrack foreign -> Optional.empty();
      case HistoryProblem.Edited edited -> Optional.of(edited.version());
      case HistoryProblem.Missing missing -> Optional.of(missing.version());
      case HistoryProblem.OutOfOrder late -> Optional.of(late.version());
      case HistoryProblem.HalfDone half -> Optional.of(half.version());
      case HistoryProblem.OfRepeatable repeatable -> Optional.empty();
    };
  }
}
