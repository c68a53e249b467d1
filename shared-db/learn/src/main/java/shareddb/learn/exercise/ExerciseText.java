package shareddb.learn.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the placeholders <code>@{name}</code> in the texts of an exercise.
 *
 * @param strict whether an unknown placeholder is an error
 */
public record ExerciseText(Map<String, String> values, boolean strict) {

  /** Leaves all placeholders as they are. */
  static final ExerciseText RAW = new ExerciseText(Map.of(), false);

  private static final Pattern PLACEHOLDER = Pattern.compile("@\\{([a-z_.]+)}");

  /** These have a value only in a schema. */
  private static final Set<String> OF_SCHEMA = Set.of("schema", "before", "api");

  public ExerciseText {
    values = Map.copyOf(values);
  }

  /** The same with more values. */
  public ExerciseText with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(values);
    all.putAll(more);
    return new ExerciseText(all, strict);
  }

  /** The text of a file. Throws {@link InvalidExercise} for an unknown placeholder. */
  public String in(Path file) {
    try {
      return in(Files.readString(file), file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * The text with the values.
   *
   * @param file for the message about an unknown placeholder
   */
  public String in(String text, Path file) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), file)));
  }

  private String value(String name, Path file) {
    String value = values.get(name);
    if (value != null) {
      return value;
    }
    if (!strict || OF_SCHEMA.contains(name)) {
      return "@{" + name + "}";
    }
    throw new InvalidExercise(
        file, "@{" + name + "} is no placeholder; there are " + new TreeMap<>(values).keySet());
  }
}
