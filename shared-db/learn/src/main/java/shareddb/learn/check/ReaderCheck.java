package shareddb.learn.check;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.AppliedCopy;
import shareddb.learn.trial.Trial;

/** A reader does not wait for longer than this while the learner's migrations are applied. */
record ReaderCheck(CheckEntry.Reader reader) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    Duration longest =
        trial.applied().stream()
            .flatMap(applied -> applied.longestWait().stream())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    String line = "waited %d ms at most".formatted(longest.toMillis());
    boolean applied = trial.applied().stream().allMatch(AppliedCopy::done);
    return applied && longest.toMillis() <= reader.waitsAtMostMs()
        ? new CheckResult.Passed(line)
        : CheckResult.failed(
            "%s, wanted %d".formatted(line, reader.waitsAtMostMs()),
            "Which statement holds a lock for long, and which one need not be in the same"
                + " transaction?");
  }
}
