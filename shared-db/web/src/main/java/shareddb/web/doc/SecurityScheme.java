package shareddb.web.doc;

import java.util.Map;

/**
 * A way for a caller to sign in, as the OpenAPI document describes it.
 *
 * @param fields what OpenAPI wants to know of a scheme of this kind
 */
public record SecurityScheme(String name, String description, Map<String, String> fields) {

  /** {@code Authorization: Bearer …}. */
  public static SecurityScheme bearer(String description) {
    return new SecurityScheme("bearer", description, Map.of("type", "http", "scheme", "bearer"));
  }

  /** A header of our own. */
  public static SecurityScheme header(String header, String description) {
    return new SecurityScheme(
        header, description, Map.of("type", "apiKey", "in", "header", "name", header));
  }

  public static SecurityScheme cookie(String cookie, String description) {
    return new SecurityScheme(
        "cookie", description, Map.of("type", "apiKey", "in", "cookie", "name", cookie));
  }
}
