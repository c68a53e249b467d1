package shareddb.learn.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * What a learner did in one exercise.
 *
 * @param exercise the exercise as it is typed: {@code 00.3}
 * @param tries how many times it was checked
 * @param hints how many of its hints were shown
 * @param passedAt when all its checks passed for the first time; later changes do not take it back
 * @param lastSeen the time of the last check
 */
public record ExerciseRecord(
    String exercise, int tries, int hints, Optional<Instant> passedAt, Instant lastSeen) {

  static ExerciseRecord begun(String exercise, Instant now) {
    return new ExerciseRecord(exercise, 0, 0, Optional.empty(), now);
  }

  public boolean passed() {
    return passedAt.isPresent();
  }

  ExerciseRecord checked(boolean allPassed, Instant now) {
    Optional<Instant> first = passedAt.or(() -> allPassed ? Optional.of(now) : Optional.empty());
    return new ExerciseRecord(exercise, tries + 1, hints, first, now);
  }

  ExerciseRecord hinted(int shown) {
    return new ExerciseRecord(exercise, tries, Math.max(hints, shown), passedAt, lastSeen);
  }
}
