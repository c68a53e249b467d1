package shareddb.cli.result;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.JsonObject;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.TrackState;

/** The state of a target, as JSON. */
public final class TargetStateJson {

  private TargetStateJson() {}

  public static JsonObject of(TrackState state, SelectedTarget chosen, CommandContext context) {
    HistoryProblemText complaint = new HistoryProblemText(chosen, context);
    List<JsonObject> problems =
        state.problems().stream().map(problem -> problem(problem, complaint)).toList();
    return chosen
        .json()
        .put("current", state.current().toString())
        .put("newest", state.newest().toString())
        .put("pending", state.due().stream().map(TargetStateJson::migration).toList())
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
