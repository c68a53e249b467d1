package shareddb.learn.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import shareddb.learn.check.CheckResult;
import shareddb.learn.check.CheckedEntry;
import shareddb.learn.check.ExerciseReport;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.InvalidExercise;

/**
 * How a wrong answer should fail, from its {@code expected.txt}.
 *
 * @param check the id of the check that fails
 * @param text a part of that check's line
 */
record ExpectedFailure(String check, String text) {

  static final String FILE = "expected.txt";

  static ExpectedFailure in(Path folder, Exercise exercise) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new InvalidExercise(file, "it is missing: CHECK-ID: a part of the line");
    }
    String line = exercise.values().in(file).strip();
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new InvalidExercise(file, "it must look like  CHECK-ID: a part of the line");
    }
    return new ExpectedFailure(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
  }

  /** The problem if the checks ended otherwise. */
  Optional<String> problem(ExerciseReport report) {
    Optional<CheckedEntry> failure = report.failure();
    if (failure.isEmpty()) {
      return Optional.of("it passes, and should fail at " + this);
    }
    String line = line(failure.get());
    return failure.get().id().equals(check) && line.contains(text)
        ? Optional.empty()
        : Optional.of(
            "it fails at  %s: %s\n  and should at  %s".formatted(failure.get().id(), line, this));
  }

  /** A check's line: its label and what was found. */
  static String line(CheckedEntry entry) {
    return entry.label()
        + "  "
        + switch (entry.result()) {
          case CheckResult.Passed(String line) -> line;
          case CheckResult.Failed(String line, var help) -> line;
          case CheckResult.Waits(String on) -> "waits for " + on;
        };
  }

  @Override
  public String toString() {
    return check + ": " + text;
  }
}
