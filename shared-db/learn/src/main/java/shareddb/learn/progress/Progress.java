package shareddb.learn.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A learner's progress. It never changes: each step returns another one.
 *
 * @param learner the learner's id, which also chooses the names and numbers of the exercises
 * @param exercises one record for each exercise that was begun
 * @param checks one record for each check that was run
 */
public record Progress(String learner, List<ExerciseRecord> exercises, List<CheckRecord> checks) {

  public Progress {
    exercises = List.copyOf(exercises);
    checks = List.copyOf(checks);
  }

  public static Progress none(String learner) {
    return new Progress(learner, List.of(), List.of());
  }

  public Optional<ExerciseRecord> exercise(String id) {
    return exercises.stream().filter(e -> e.exercise().equals(id)).findFirst();
  }

  public boolean hasPassed(String id) {
    return exercise(id).map(ExerciseRecord::passed).orElse(false);
  }

  /**
   * After a run of an exercise's checks.
   *
   * @param ran the checks that were run, each as a first run; checks that waited are left out
   */
  public Progress checked(String id, List<CheckRecord> ran, boolean allPassed, Instant now) {
    List<CheckRecord> all = new ArrayList<>(checks);
    for (CheckRecord run : ran) {
      int place = place(all, run);
      if (place < 0) {
        all.add(run);
      } else {
        all.set(place, run.after(all.get(place)));
      }
    }
    return new Progress(learner, with(id, now, e -> e.checked(allPassed, now)), all);
  }

  /** After hints were shown. */
  public Progress hinted(String id, int shown, Instant now) {
    return new Progress(learner, with(id, now, e -> e.hinted(shown)), checks);
  }

  private List<ExerciseRecord> with(String id, Instant now, UnaryOperator<ExerciseRecord> change) {
    List<ExerciseRecord> all = new ArrayList<>(exercises);
    all.removeIf(e -> e.exercise().equals(id));
    all.add(change.apply(exercise(id).orElseGet(() -> ExerciseRecord.begun(id, now))));
    all.sort((one, other) -> one.exercise().compareTo(other.exercise()));
    return all;
  }

  private static int place(List<CheckRecord> all, CheckRecord run) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isSameCheck(run)) {
        return i;
      }
    }
    return -1;
  }
}
