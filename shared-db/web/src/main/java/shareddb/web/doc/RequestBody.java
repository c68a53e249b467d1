package shareddb.web.doc;

import org.jspecify.annotations.Nullable;

/**
 * The body that a route takes.
 *
 * @param type the record that a JSON body is read into; null for a body that is no JSON
 * @param example a good one, to try the route with
 */
public record RequestBody(
    String mediaType, @Nullable Class<?> type, long maxBytes, @Nullable Object example) {

  /** Enough for every JSON body of the workshop. */
  public static final int MAX_JSON_BYTES = 64 * 1024;

  static RequestBody json(Class<?> type, @Nullable Object example) {
    return new RequestBody("application/json", type, MAX_JSON_BYTES, example);
  }
}
