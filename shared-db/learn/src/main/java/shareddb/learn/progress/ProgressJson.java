package shareddb.learn.progress;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Progress as JSON: for the file of a learner, the table of a class, and an export. */
public final class ProgressJson {

  /** The number of this form of the document. A later form has another number. */
  private static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** The document: the format's number, then the progress. */
  private record Document(int format, Progress progress) {}

  private ProgressJson() {}

  public static String write(Progress progress) {
    return MAPPER.writeValueAsString(new Document(FORMAT, progress)) + "\n";
  }

  /** Empty if the text is not such a document. */
  public static Optional<Progress> read(String json) {
    try {
      Document document = MAPPER.readValue(json, Document.class);
      return document.format() == FORMAT
          ? Optional.ofNullable(document.progress())
          : Optional.empty();
    } catch (JacksonException | NullPointerException e) {
      // A null where the record wants a list fails in the record itself.
      return Optional.empty();
    }
  }
}
