package shareddb.learn.check;

import java.io.IOException;
import java.sql.SQLException;
import shareddb.learn.program.ProgramFailure;
import shareddb.learn.trial.AppliedCopy;
import shareddb.learn.trial.Trial;

/** The learner's sources compile, with jOOQ's classes of the schema after the migrations. */
record CompilesCheck(ProgramOfRun program) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws SQLException, IOException {
    if (!trial.applied().stream().allMatch(AppliedCopy::done)) {
      return new AppliesCheck().run(trial);
    }
    try {
      program.compiled(trial);
      return new CheckResult.Passed("with jOOQ's classes of this schema");
    } catch (ProgramFailure e) {
      return CheckResult.failed(e.line());
    }
  }
}
