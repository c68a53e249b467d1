package shareddb.learn.check;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shareddb.learn.program.ExerciseClasspath;
import shareddb.learn.program.ExerciseProgram;
import shareddb.learn.program.ProgramFailure;
import shareddb.learn.program.RunningProgram;
import shareddb.learn.trial.AppliedCopy;
import shareddb.learn.trial.Trial;

/** The learner's program in one run of the checks: compiled once, started once, ended with it. */
final class ProgramOfRun implements AutoCloseable {

  private final Path cache;
  private final Path root;
  private @Nullable ExerciseProgram compiled;
  private @Nullable RunningProgram running;
  private boolean fresh = true;
  private int begin;

  ProgramOfRun(Path cache, Path root) {
    this.cache = cache;
    this.root = root;
  }

  ExerciseProgram compiled(Trial trial) throws SQLException, IOException, ProgramFailure {
    ExerciseProgram known = compiled;
    if (known == null) {
      ExerciseClasspath classpath =
          ExerciseClasspath.in(root)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "shared-db/learn is not built: type  make test-quick"));
      if (!trial.applied().stream().allMatch(AppliedCopy::done)) {
        throw new IllegalStateException("a check of the program needs a check  applies  before");
      }
      known = ExerciseProgram.compile(trial, classpath, cache);
      compiled = known;
    }
    return known;
  }

  /** The program over the rows that the exercise begins with. */
  RunningProgram running(Trial trial, String main)
      throws SQLException, IOException, ProgramFailure {
    ExerciseProgram program = compiled(trial);
    if (!fresh) {
      anew(trial);
    }
    fresh = false;
    RunningProgram known = running;
    if (known == null) {
      known = RunningProgram.start(program, main, trial.copies().getFirst());
      running = known;
    }
    begin = known.settledLines().size();
    return known;
  }

  /** What it printed since the last requests began. */
  List<String> lines() {
    RunningProgram known = running;
    if (known == null) {
      return List.of();
    }
    List<String> all = known.settledLines();
    return all.subList(begin, all.size());
  }

  /** A transaction that the program left open may hold locks: then it is started again. */
  private void anew(Trial trial) throws SQLException {
    try {
      trial.anew();
    } catch (SQLException e) {
      close();
      trial.anew();
    }
  }

  @Override
  public void close() {
    RunningProgram known = running;
    running = null;
    if (known != null) {
      known.close();
    }
  }
}
