package shareddb.web;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * What a list is ordered by, so that a page begins behind a key and not at an offset: rows that
 * come or go meanwhile neither repeat nor hide others.
 *
 * @param keyType a number, a text, or a record of several
 * @param key the key of an item
 */
public record Keyset<T, K>(Class<K> keyType, Function<T, K> key) {

  private static final int MAX_LIMIT = 200;
  private static final Param<Integer> LIMIT =
      Param.query("limit", ParamType.integer(1, MAX_LIMIT), "How many items a page holds.", 50);

  /** Longer ones are none of ours. */
  private static final int MAX_CURSOR = 500;

  private static final Param<Optional<String>> CURSOR =
      Param.query(
          "cursor",
          ParamType.text(MAX_CURSOR),
          "Where the page begins: taken from the link to it, and not to be made up.");

  static List<Param<?>> params() {
    return List.of(LIMIT, CURSOR);
  }

  PageRequest<K> asked(Request request) {
    return new PageRequest<>(
        request.get(CURSOR).map(this::decode), Math.addExact(request.get(LIMIT), 1));
  }

  /** Cuts what was fetched to a page. */
  Reply reply(Request request, List<T> rows) {
    int limit = request.get(LIMIT);
    if (rows.size() <= limit) {
      return Reply.of(new Page<>(rows, null));
    }
    List<T> items = rows.subList(0, limit);
    String next = request.linkWith(CURSOR.name(), encode(items.getLast()));
    return Reply.of(new Page<>(items, next)).with("Link", "<" + next + ">; rel=\"next\"");
  }

  private String encode(T last) {
    byte[] json = Json.mapper().writeValueAsBytes(key.apply(last));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  private K decode(String cursor) {
    try {
      K value = Json.mapper().readValue(Base64.getUrlDecoder().decode(cursor), keyType);
      if (value != null) {
        return value;
      }
    } catch (IllegalArgumentException | JacksonException e) {
      // What is not ours is refused below, whatever is wrong with it.
    }
    throw ProblemException.invalidParameters(
        List.of(FieldError.ofParameter(CURSOR.name(), "is not a cursor that this API gave out")));
  }
}
