package shareddb.learn.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * The last run of one check of an exercise.
 *
 * @param exercise the exercise as it is typed: {@code 00.3}
 * @param what the check's name in the exercise, such as {@code applies} or {@code rows-2}
 * @param tries how many times it was run
 * @param at the time of the last run
 * @param cause the line that says what is wrong, if it failed
 * @param help a step towards the answer, if it failed and there is one
 */
public record CheckRecord(
    String exercise,
    String what,
    boolean passed,
    int tries,
    Instant at,
    Optional<String> cause,
    Optional<String> help) {

  /** A first run. */
  public static CheckRecord passed(String exercise, String what, Instant at) {
    return new CheckRecord(exercise, what, true, 1, at, Optional.empty(), Optional.empty());
  }

  /** A first run. */
  public static CheckRecord failed(
      String exercise, String what, Instant at, String cause, Optional<String> help) {
    return new CheckRecord(exercise, what, false, 1, at, Optional.of(cause), help);
  }

  CheckRecord after(CheckRecord earlier) {
    return new CheckRecord(exercise, what, passed, earlier.tries + tries, at, cause, help);
  }

  boolean isSameCheck(CheckRecord other) {
    return exercise.equals(other.exercise) && what.equals(other.what);
  }
}
