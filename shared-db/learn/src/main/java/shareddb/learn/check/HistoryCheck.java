package shareddb.learn.check;

import java.sql.SQLException;
import shareddb.learn.trial.SchemaCopy;
import shareddb.learn.trial.Trial;
import shareddb.learn.trial.UpgradeLine;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.TrackState;

/** History and files fit together: each applied file has its checksum, and none is missing. */
record HistoryCheck() implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    return AppliedStates.each(trial, copy -> at(trial, copy));
  }

  private static CheckResult at(Trial trial, SchemaCopy copy) throws SQLException {
    TrackState state = CurrentState.of(trial.track(), copy.target());
    return state.problems().isEmpty()
        ? new CheckResult.Passed(
            "%d versions, each with its checksum".formatted(state.applied().size()))
        : CheckResult.failed(
            UpgradeLine.problem(state.problems().getFirst()),
            "What was applied somewhere never changes: a new migration does.");
  }
}
