package shareddb.webtesting;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import shareddb.web.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends hostile requests to every operation of an OpenAPI document, and collects the answers that
 * are a failure of the server, show its inside, or are not in the document.
 */
public final class ApiAttack {

  private final OpenApiDocument document;
  private final ApiClient client;
  private final List<ApiOperation> operations;
  private final List<String> faults = new ArrayList<>();
  private int sent;

  /**
   * @param client with what a person needs to sign in
   * @param pathValues a good value for each name in a path; 1 for others
   */
  public ApiAttack(ApiClient client, Map<String, String> pathValues) {
    this.client = client;
    this.document = OpenApiDocument.of(client);
    this.operations = ApiOperation.all(document, pathValues);
  }

  /** Every hostile value in every parameter and in every field of every body. */
  public ApiAttack everyField() {
    for (ApiOperation operation : operations) {
      operation
          .parametersInPath()
          .forEach(
              (name, isInPath) ->
                  HostileValues.texts()
                      .forEach(text -> parameter(operation, name, isInPath, text)));
      if (operation.example() instanceof ObjectNode example) {
        for (String field : example.propertyNames()) {
          HostileValues.json().forEach(value -> field(operation, example, field, value));
        }
      }
    }
    return this;
  }

  /** Random requests, each of several good and hostile parts. */
  public ApiAttack random(Random random, int requests) {
    for (int i = 0; i < requests; i++) {
      ApiOperation operation = pick(random, operations);
      Map<String, String> inPath = new LinkedHashMap<>();
      Map<String, String> inQuery = new LinkedHashMap<>();
      operation
          .parametersInPath()
          .forEach(
              (name, isInPath) -> {
                if (random.nextInt(3) == 0) {
                  put(isInPath ? inPath : inQuery, name, pick(random, HostileValues.texts()));
                }
              });
      if (random.nextInt(10) == 0) {
        inQuery.put(pick(random, HostileValues.texts()), "1");
      }
      send(operation, operation.path(inPath, inQuery), body(random, operation));
    }
    return this;
  }

  /** What was wrong: empty when all was right. */
  public List<String> faults() {
    return faults;
  }

  public int sent() {
    return sent;
  }

  private void parameter(ApiOperation operation, String name, boolean isInPath, String text) {
    Map<String, String> inPath = new LinkedHashMap<>();
    Map<String, String> inQuery = new LinkedHashMap<>();
    put(isInPath ? inPath : inQuery, name, text);
    send(operation, operation.path(inPath, inQuery), operation.exampleBody());
  }

  private void field(ApiOperation operation, ObjectNode example, String field, String value) {
    ObjectNode body = example.deepCopy();
    body.put(field, "@@");
    String json = Json.mapper().writeValueAsString(body).replace("\"@@\"", value);
    send(operation, operation.path(Map.of(), Map.of()), json);
  }

  private String body(Random random, ApiOperation operation) {
    if (operation.example() instanceof ObjectNode example && random.nextBoolean()) {
      ObjectNode body = example.deepCopy();
      for (String field : example.propertyNames()) {
        switch (random.nextInt(4)) {
          case 0 -> body.remove(field);
          case 1 -> body.put(field, pick(random, HostileValues.texts()));
          default -> {}
        }
      }
      return Json.mapper().writeValueAsString(body);
    }
    return switch (random.nextInt(6)) {
      case 0 -> pick(random, HostileValues.json());
      case 1 -> pick(random, HostileValues.texts());
      default -> operation.exampleBody();
    };
  }

  private void send(ApiOperation operation, String path, String body) {
    sent++;
    HttpRequest.Builder request = client.request(path);
    if (!operation.mediaType().isEmpty()) {
      request.header("Content-Type", operation.mediaType());
    }
    String what = operation.name() + " as " + path + " with " + shortened(body);
    request.method(operation.method(), BodyPublishers.ofString(body));
    try {
      check(operation, what, sendTwice(request));
    } catch (UncheckedIOException e) {
      faults.add(what + ": no answer: " + e.getMessage());
    }
  }

  /** Jetty closes a connection whose last body it did not read: the next request needs another. */
  private Answer sendTwice(HttpRequest.Builder request) {
    try {
      return client.send(request);
    } catch (UncheckedIOException e) {
      return client.send(request);
    }
  }

  /** Nothing at all in a path leads to another route. */
  private static void put(Map<String, String> values, String name, String text) {
    values.put(name, text.isEmpty() ? " " : text);
  }

  private void check(ApiOperation operation, String what, Answer answer) {
    // A dot or nothing in a path leads to another route, and Jetty refuses some characters there.
    boolean isElsewhere = List.of(400, 404, 405).contains(answer.status());
    if (answer.status() >= 500) {
      faults.add(what + ": " + answer);
    } else if (answer.body().contains("\tat ") || answer.body().contains("Exception")) {
      faults.add(what + ": shows its inside: " + answer);
    } else if (!isElsewhere) {
      try {
        document.expectFit(operation.name(), answer);
      } catch (AssertionError e) {
        faults.add(what + ": " + e.getMessage());
      }
    }
  }

  private static String shortened(String body) {
    return body.length() > 200 ? body.substring(0, 200) + "…" : body;
  }

  private static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
