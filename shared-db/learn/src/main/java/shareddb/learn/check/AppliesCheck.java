package shareddb.learn.check;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import shareddb.base.track.Version;
import shareddb.learn.trial.AppliedCopy;
import shareddb.learn.trial.Trial;
import shareddb.learn.trial.UpgradeLine;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.script.AppliedStep;

/** The learner's migrations apply to the start, with all its rows. */
record AppliesCheck() implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    Duration took = Duration.ZERO;
    for (AppliedCopy applied : trial.applied()) {
      if (!applied.done()) {
        return failed(trial, applied);
      }
      took = took.plus(took(applied.result()));
    }
    Version from = trial.from();
    Version to = trial.to();
    return new CheckResult.Passed(
        from.equals(to)
            ? "nothing is pending at " + to
            : "%s → %s in %d ms".formatted(from, to, took.toMillis()));
  }

  /** A history that does not fit to the files is told before a version that is not there yet. */
  private static CheckResult failed(Trial trial, AppliedCopy applied) throws SQLException {
    UpgradeLine line = new UpgradeLine(applied.result());
    String where = applied.copy().where();
    if (applied.result() instanceof UpgradeResult.UnknownVersion) {
      List<HistoryProblem> problems =
          CurrentState.of(trial.track(), applied.copy().target()).problems();
      if (!problems.isEmpty()) {
        return CheckResult.failed(UpgradeLine.problem(problems.getFirst()) + where);
      }
    }
    return new CheckResult.Failed(line.text() + where, line.help());
  }

  private static Duration took(UpgradeResult result) {
    List<AppliedStep> steps =
        result instanceof UpgradeResult.Upgraded upgraded ? upgraded.steps() : List.of();
    return steps.stream().map(AppliedStep::duration).reduce(Duration.ZERO, Duration::plus);
  }
}
