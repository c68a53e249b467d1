package workshop.personaltodo;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import workshop.personaltodo.TodoApi.Answer;

/** One request for each status that an operation documents, but for those that need a fault. */
final class ContractCases {

  private static final String JSON = "application/json";
  private static final String TODO = "{\"title\": \"Contract\"}";
  private static final String LARGE = "\"" + "a".repeat(70_000) + "\"";

  /** The status that the request is to be answered with. */
  record Case(String operation, int status, String path, String body, String type, String accept) {

    Answer send(int port, TodoApi client) {
      HttpRequest.Builder request = TodoApi.request(port, path).header("Accept", accept);
      if (!body.isEmpty()) {
        request.header("Content-Type", type);
      }
      String method = operation.substring(0, operation.indexOf(' '));
      return client.send(request.method(method, BodyPublishers.ofString(body)));
    }
  }

  private final List<Case> cases = new ArrayList<>();

  private ContractCases() {}

  static List<Case> over(TodoApi api) {
    return new ContractCases().all(api);
  }

  private List<Case> all(TodoApi api) {
    String used = "/todos/" + api.add("one");
    String binned = "/todos/" + api.add("two");
    String removed = "/todos/" + api.add("three");
    api.delete(binned);

    ok("GET /health", 200, "/health", "");
    wrong("GET /health", "/health?x=1", "", true);
    ok("GET /ready", 200, "/ready", "");
    wrong("GET /ready", "/ready?x=1", "", true);

    ok("GET /todos", 200, "/todos?limit=1", "");
    wrong("GET /todos", "/todos?limit=0", "", true);

    ok("POST /todos", 201, "/todos", TODO);
    wrong("POST /todos", "/todos", "{}", true);
    body("POST /todos", "/todos");

    ok("GET /todos/{id}", 200, used, "");
    ok("GET /todos/{id}", 404, "/todos/4711", "");
    wrong("GET /todos/{id}", "/todos/x", "", true);

    ok("PATCH /todos/{id}", 200, used, TODO);
    ok("PATCH /todos/{id}", 404, "/todos/4711", TODO);
    ok("PATCH /todos/{id}", 409, binned, TODO);
    wrong("PATCH /todos/{id}", used, "[]", true);
    body("PATCH /todos/{id}", used);

    ok("DELETE /todos/{id}", 204, removed, "");
    ok("DELETE /todos/{id}", 404, "/todos/4711", "");
    wrong("DELETE /todos/{id}", "/todos/x", "", false);

    ok("POST /todos/{id}/restore", 200, removed + "/restore", "");
    ok("POST /todos/{id}/restore", 404, "/todos/4711/restore", "");
    wrong("POST /todos/{id}/restore", "/todos/x/restore", "", true);
    return List.copyOf(cases);
  }

  private void ok(String operation, int status, String path, String body) {
    cases.add(new Case(operation, status, path, body, JSON, JSON));
  }

  private void wrong(String operation, String path, String body, boolean answersJson) {
    ok(operation, 400, path, body);
    if (answersJson) {
      cases.add(new Case(operation, 406, path, body, JSON, "text/html"));
    }
  }

  private void body(String operation, String path) {
    cases.add(new Case(operation, 413, path, LARGE, JSON, JSON));
    cases.add(new Case(operation, 415, path, TODO, "text/plain", JSON));
  }
}
