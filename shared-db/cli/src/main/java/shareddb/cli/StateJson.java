package shareddb.cli;

import java.util.List;
import java.util.Optional;
import shareddb.cli.json.Json;
import shareddb.migrate.HistoryProblem;
import shareddb.migrate.TrackState;
import shareddb.track.UpScript;
import shareddb.track.Version;

/** Where a target stands, as a program reads it. */
final class StateJson {

  private StateJson() {}

  static Json of(TrackState state, Chosen chosen, Surroundings surroundings) {
    HistoryComplaint complaint = new HistoryComplaint(chosen, surroundings);
    List<Json> problems =
        state.problems().stream().map(problem -> problem(problem, complaint)).toList();
    return chosen
        .json()
        .put("current", state.current().toString())
        .put("newest", state.newest().toString())
        .put("pending", state.due().stream().map(StateJson::migration).toList())
        .put("problems", problems);
  }

  private static Json migration(UpScript migration) {
    return new Json()
        .put("version", migration.brings().map(Version::toString))
        .put("description", migration.description())
        .put("script", migration.script());
  }

  private static Json problem(HistoryProblem problem, HistoryComplaint complaint) {
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
    return new Json()
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
