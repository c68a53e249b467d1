package shareddb.cli;

import java.util.List;
import shareddb.cli.json.Json;
import shareddb.migrate.HistoryProblem;
import shareddb.migrate.TrackState;
import shareddb.track.Migration;

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
        .put("pending", state.pending().stream().map(StateJson::migration).toList())
        .put("problems", problems);
  }

  private static Json migration(Migration migration) {
    return new Json()
        .put("version", migration.version().toString())
        .put("description", migration.description())
        .put("script", migration.script());
  }

  private static Json problem(HistoryProblem problem, HistoryComplaint complaint) {
    String kind =
        switch (problem) {
          case HistoryProblem.Edited edited -> "edited";
          case HistoryProblem.Missing missing -> "missing";
          case HistoryProblem.OutOfOrder late -> "out_of_order";
          case HistoryProblem.HalfDone half -> "half_done";
        };
    return new Json()
        .put("kind", kind)
        .put("version", problem.version().toString())
        .put("message", complaint.what(problem))
        .put("next", complaint.next(problem));
  }
}
