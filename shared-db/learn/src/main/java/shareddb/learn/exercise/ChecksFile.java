package shareddb.learn.exercise;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The file {@code checks.yaml} of an exercise.
 *
 * @param start what the exercise begins with; empty if it has all files itself
 * @param varies the names and numbers that differ from learner to learner
 * @param targets the names of the schemas, if there is one for each
 * @param checks in the order in which they are run
 */
public record ChecksFile(
    Optional<Start> start,
    Map<String, List<JsonNode>> varies,
    List<String> targets,
    List<CheckEntry> checks) {

  public static final String NAME = "checks.yaml";

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /**
   * The module's migrations that the exercise begins with.
   *
   * @param module the version of the last one
   * @param track the track, if the module has several
   */
  public record Start(String module, Optional<String> track) {}

  private record Document(
      @Nullable Start start,
      @Nullable Map<String, List<JsonNode>> varies,
      @Nullable List<String> targets,
      @Nullable List<CheckEntry> checks) {}

  static ChecksFile read(Path file, ExerciseText values) {
    Document document = document(file, values);
    List<CheckEntry> checks = document.checks() == null ? List.of() : document.checks();
    if (checks.isEmpty()) {
      throw new InvalidExercise(file, "no checks");
    }
    return new ChecksFile(
        Optional.ofNullable(document.start()),
        document.varies() == null ? Map.of() : document.varies(),
        document.targets() == null ? List.of() : document.targets(),
        CheckIds.given(checks, file));
  }

  private static Document document(Path file, ExerciseText values) {
    try {
      return MAPPER.readValue(values.in(file), Document.class);
    } catch (UnrecognizedPropertyException e) {
      throw new InvalidExercise(
          file,
          line(e),
          "unknown key \"%s\"; there are %s"
              .formatted(
                  e.getPropertyName(),
                  e.getKnownPropertyIds().stream()
                      .map(Object::toString)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    } catch (JacksonException e) {
      throw new InvalidExercise(file, line(e), String.valueOf(e.getOriginalMessage()));
    }
  }

  private static int line(JacksonException error) {
    return error.getLocation() == null ? 1 : Math.max(1, error.getLocation().getLineNr());
  }
}
