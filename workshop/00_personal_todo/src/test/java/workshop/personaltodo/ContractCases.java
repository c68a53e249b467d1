package workshop.personaltodo;

import java.util.ArrayList;
import java.util.List;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;

/** One request for each status that an operation documents, but for those that need a fault. */
final class ContractCases {

  private static final String TODO = "{\"title\": \"Contract\"}";
  private static final String LARGE = "\"" + "a".repeat(70_000) + "\"";

  private final List<Case> cases = new ArrayList<>();

  private final ApiClient client;

  private ContractCases(ApiClient client) {
    this.client = client;
  }

  static List<Case> over(ServedTodos api) {
    return new ContractCases(ApiClient.at(api.running().port())).all(api);
  }

  private List<Case> all(ServedTodos api) {
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
    cases.add(Case.of(operation, status, client, path, body));
  }

  private void wrong(String operation, String path, String body, boolean answersJson) {
    ok(operation, 400, path, body);
    if (answersJson) {
      cases.add(Case.of(operation, 406, client, path, body).accepting("text/html"));
    }
  }

  private void body(String operation, String path) {
    ok(operation, 413, path, LARGE);
    cases.add(Case.of(operation, 415, client, path, TODO).typed("text/plain"));
  }
}
