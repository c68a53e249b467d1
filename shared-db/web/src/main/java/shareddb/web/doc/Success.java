package shareddb.web.doc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a route when all goes well.
 *
 * @param mediaType null for an answer without a body
 * @param type the record in a JSON body; null for a body that is no JSON
 * @param paged whether the body is a {@link Page} of the type
 * @param headers each header that the answer carries, with its meaning
 */
public record Success(
    int status,
    String description,
    @Nullable String mediaType,
    @Nullable Class<?> type,
    boolean paged,
    Map<String, String> headers) {

  private static final String JSON = "application/json";

  static Success json(int status, Class<?> type) {
    return new Success(status, "Done.", JSON, type, false, Map.of());
  }

  static Success page(Class<?> type) {
    Map<String, String> link = Map.of("Link", "The next page, as rel=\"next\"; none on the last.");
    return new Success(200, "A page.", JSON, type, true, link);
  }

  static Success text(String mediaType) {
    return new Success(200, "Done.", mediaType, null, false, Map.of());
  }

  static Success empty(int status, String description) {
    return new Success(status, description, null, null, false, Map.of());
  }

  Success with(String header, String meaning) {
    return new Success(status, description, mediaType, type, paged, Map.of(header, meaning));
  }

  /** How a person calls it. */
  public String shown() {
    return type == null ? String.valueOf(mediaType) : "JSON";
  }
}
