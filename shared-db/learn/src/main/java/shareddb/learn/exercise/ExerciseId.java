package shareddb.learn.exercise;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exercise as it is typed: {@code 00.3} is the third exercise of module 00.
 *
 * @param module the two digits of the module
 */
public record ExerciseId(String module, int number) implements Comparable<ExerciseId> {

  private static final Pattern TYPED =
      Pattern.compile("(?<module>[0-9]{2})\\.(?<number>[0-9]{1,2})");

  private static final Comparator<ExerciseId> ORDER =
      Comparator.comparing(ExerciseId::module).thenComparing(ExerciseId::number);

  /** Empty if the text has another form. */
  public static Optional<ExerciseId> parse(String typed) {
    Matcher matcher = TYPED.matcher(typed);
    return matcher.matches()
        ? Optional.of(
            new ExerciseId(matcher.group("module"), Integer.parseInt(matcher.group("number"))))
        : Optional.empty();
  }

  /** Whether the text is this exercise, or its module. */
  public boolean isMeantBy(String typed) {
    return typed.equals(toString()) || typed.equals(module);
  }

  @Override
  public int compareTo(ExerciseId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return module + "." + number;
  }
}
