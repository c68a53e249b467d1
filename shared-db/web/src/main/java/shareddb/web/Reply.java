package shareddb.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operation answers with when it succeeds; the status is declared with the route. */
record Reply(@Nullable Object body, Map<String, String> headers) {

  static final Reply EMPTY = new Reply(null, Map.of());

  static Reply of(Object body) {
    return new Reply(body, Map.of());
  }

  Reply with(String header, String value) {
    return new Reply(body, Map.of(header, value));
  }
}
