package shareddb.web.doc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key, and the link to the next. A page begins behind a key and
 * not at an offset: rows that come or go meanwhile neither repeat nor hide others.
 */
public record Page<T>(
    List<T> items,
    @JsonPropertyDescription("A link to the next page, with the same filters; null on the last.")
        @Nullable String next) {

  /** How many items a page holds where the request does not say. */
  static final int LIMIT = 50;

  static final int MAX_LIMIT = 200;
  static final int MAX_CURSOR = 500;

  /**
   * How many items the request wants. Fetch one row more: it tells whether there is a next page.
   */
  public static int limit(Context ctx) {
    return ctx.queryParamAsClass("limit", Integer.class).getOrDefault(LIMIT);
  }

  /**
   * Cuts the rows to a page, and sets the header {@code Link}.
   *
   * @param rows up to one more than the page holds
   * @param cursor the key of a row, as the parameter {@code cursor} of the next request
   */
  public static <T> Page<T> of(Context ctx, List<T> rows, Function<T, Object> cursor) {
    int limit = limit(ctx);
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    String next = link(ctx, String.valueOf(cursor.apply(items.getLast())));
    ctx.header(Header.LINK, "<" + next + ">; rel=\"next\"");
    return new Page<>(items, next);
  }

  /** This very request with another cursor. */
  private static String link(Context ctx, String cursor) {
    Map<String, List<String>> query = new LinkedHashMap<>(ctx.queryParamMap());
    query.put("cursor", List.of(cursor));
    return query.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue().getFirst()))
        .collect(Collectors.joining("&", ctx.path() + "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
