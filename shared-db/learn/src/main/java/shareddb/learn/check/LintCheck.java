package shareddb.learn.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import shareddb.learn.exercise.ExerciseFiles;
import shareddb.learn.trial.Trial;
import shareddb.schema.lint.Lint;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.Severity;

/** The tool's lint finds nothing in the files that the learner wrote or changed. */
record LintCheck() implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws IOException {
    Path start = trial.folder().resolve("start");
    ExerciseFiles.start(trial.exercise(), start);
    List<LintFinding> findings =
        Lint.of(trial.track()).findings().stream()
            .filter(finding -> finding.severity() != Severity.NOTE)
            .filter(finding -> isOfLearner(finding, trial.work(), start))
            .toList();
    if (findings.isEmpty()) {
      return new CheckResult.Passed("clean");
    }
    LintFinding first = findings.getFirst();
    String place = "%s:%d".formatted(first.file().getFileName(), first.line());
    return CheckResult.failed("%s: %s".formatted(place, first.rule()), first.what());
  }

  private static boolean isOfLearner(LintFinding finding, Path work, Path start) {
    Path before = start.resolve(work.relativize(finding.file()).toString());
    try {
      return !Files.exists(before) || Files.mismatch(before, finding.file()) >= 0;
    } catch (IOException e) {
      return true;
    }
  }
}
