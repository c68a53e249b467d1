package shareddb.verify.checks;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;

/** Checks that every migration in the history still has the file that was applied. */
public final class ChecksumsUnchanged implements Check {

  @Override
  public String title() {
    return "files as applied";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    TrackState state = scene.state();
    CheckSubject subject = scene.subject();
    List<String> problems =
        state.problems().stream().map(problem -> what(problem, subject)).toList();
    if (state.foreign().isPresent()) {
      return new CheckOutcome.Failed(
          problems.getFirst(),
          state.foreign().get().next(subject.track(), subject.target().schema()));
    }
    return problems.isEmpty()
        ? new CheckOutcome.Ok(
            state.applied().size() + " in the history, each with its file's checksum")
        : new CheckOutcome.Failed(
            String.join("\n", problems),
            "put back what was applied, and write the change into a new migration\n"
                + "or, where the rows of this database may go:  "
                + subject.command("reset"));
  }

  private static String what(HistoryProblem problem, CheckSubject subject) {
    return switch (problem) {
      case HistoryProblem.OfAnotherTrack foreign -> foreign.what(subject.schema());
      case HistoryProblem.Edited(Migration migration, HistoryRow row) ->
          subject.shown(migration.file())
              + " was edited after it was applied ("
              + row.installedOn()
              + ", by "
              + row.installedBy()
              + ")";
      case HistoryProblem.Missing(Version version, HistoryRow row) ->
          row.script() + " was applied (" + row.installedOn() + "), and its file is gone";
      case HistoryProblem.OutOfOrder(Migration migration, Version current) ->
          subject.shown(migration.file()) + " is below " + current + ", which is applied already";
      case HistoryProblem.RepeatableGone(HistoryRow row) ->
          row.script() + " was applied (" + row.installedOn() + "), and its file is gone";
      case HistoryProblem.RepeatableFailed(HistoryRow row) ->
          row.script() + " was stopped half-way (" + row.installedOn() + ")";
      case HistoryProblem.HalfDone(Version version, HistoryRow row, var migration) ->
          row.script()
              + (row.undoes() ? " is half undone" : " is half done")
              + ", outside of a transaction ("
              + row.installedOn()
              + ")";
    };
  }
}
