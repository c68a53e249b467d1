package shareddb.learn.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shareddb.learn.exercise.ExerciseId;
import shareddb.learn.progress.CheckRecord;
import shareddb.learn.progress.Progress;

/** All checks of an exercise, with their results. */
public record ExerciseReport(ExerciseId exercise, List<CheckedEntry> entries) {

  public ExerciseReport {
    entries = List.copyOf(entries);
  }

  public boolean passed() {
    return entries.stream().allMatch(entry -> entry.result().passed());
  }

  /** The check that failed, if one did. */
  public Optional<CheckedEntry> failure() {
    return entries.stream()
        .filter(entry -> entry.result() instanceof CheckResult.Failed)
        .findFirst();
  }

  public Duration took() {
    return entries.stream().map(CheckedEntry::took).reduce(Duration.ZERO, Duration::plus);
  }

  /** The learner's progress after this run. */
  public Progress after(Progress progress, Instant now) {
    List<CheckRecord> ran = entries.stream().flatMap(entry -> record(entry, now).stream()).toList();
    return progress.checked(exercise.toString(), ran, passed(), now);
  }

  private Optional<CheckRecord> record(CheckedEntry entry, Instant now) {
    String id = exercise.toString();
    return switch (entry.result()) {
      case CheckResult.Passed passed -> Optional.of(CheckRecord.passed(id, entry.id(), now));
      case CheckResult.Failed(String line, Optional<String> help) ->
          Optional.of(CheckRecord.failed(id, entry.id(), now, entry.label() + ": " + line, help));
      case CheckResult.Waits waits -> Optional.empty();
    };
  }
}
