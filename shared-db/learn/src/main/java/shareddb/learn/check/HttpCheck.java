package shareddb.learn.check;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.program.HttpSteps;
import shareddb.learn.program.ProgramFailure;
import shareddb.learn.program.RunningProgram;
import shareddb.learn.trial.Trial;

/** The program answers requests as wanted, each time over the first rows. */
record HttpCheck(CheckEntry.Http http, ProgramOfRun program) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    RunningProgram running;
    try {
      running = program.running(trial, http.asMain());
    } catch (ProgramFailure e) {
      return CheckResult.failed(e.line());
    } catch (IOException e) {
      return CheckResult.failed("the program cannot be started: " + e.getMessage());
    }
    try {
      Optional<String> difference = new HttpSteps(running).difference(http.steps());
      return difference.isPresent()
          ? CheckResult.failed(difference.get())
          : new CheckResult.Passed(
              http.steps().size() == 1
                  ? "1 request as wanted"
                  : http.steps().size() + " requests as wanted");
    } catch (IOException e) {
      return CheckResult.failed(String.valueOf(e.getMessage()));
    }
  }
}
