package shareddb.webtesting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import shareddb.web.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * One operation of an OpenAPI document, and good values for its path.
 *
 * @param name as in {@code GET /todos/{id}}
 * @param pathValues a good value for each name in the path; 1 for others
 */
record ApiOperation(String name, JsonNode node, Map<String, String> pathValues) {

  static List<ApiOperation> all(OpenApiDocument document, Map<String, String> pathValues) {
    return document.document().get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        operation ->
                            new ApiOperation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue(),
                                pathValues)))
        .toList();
  }

  String method() {
    return name.substring(0, name.indexOf(' '));
  }

  /** Each parameter by its name, in the path or the query. */
  Map<String, Boolean> parametersInPath() {
    Map<String, Boolean> parameters = new LinkedHashMap<>();
    node.path("parameters")
        .forEach(
            p -> parameters.put(p.get("name").asString(), p.get("in").asString().equals("path")));
    return parameters;
  }

  /** The path with its good values, or others in their place, and a query. */
  String path(Map<String, String> inPath, Map<String, String> inQuery) {
    String path = name.substring(name.indexOf(' ') + 1);
    for (Map.Entry<String, Boolean> parameter : parametersInPath().entrySet()) {
      String key = parameter.getKey();
      String value = inPath.getOrDefault(key, pathValues.getOrDefault(key, "1"));
      path = path.replace("{" + key + "}", encoded(value));
    }
    String query =
        inQuery.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The media type of the body that it takes; empty where it takes none. */
  String mediaType() {
    return node.path("requestBody").path("content").propertyNames().stream().findFirst().orElse("");
  }

  /** The example of its body. */
  JsonNode example() {
    return node.path("requestBody").path("content").path(mediaType()).path("example");
  }

  /** The example as it is sent; empty where the operation takes no body. */
  String exampleBody() {
    JsonNode example = example();
    if (example.isMissingNode()) {
      return mediaType().endsWith("json") ? "{}" : "";
    }
    return example.isString() ? example.asString() : Json.mapper().writeValueAsString(example);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
