package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import shareddb.webtesting.OpenApiDocument;
import tools.jackson.databind.JsonNode;

/** Holds the OpenAPI document and real answers against one another. */
class ContractTest {

  private static final String TODO = "{\"title\": \"Contract\"}";
  private static final String LARGE = "\"" + "a".repeat(70_000) + "\"";

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  private static OpenApiDocument contract;
  private static JsonNode document;
  private static User user;
  private static String cookie;

  /** One request, and how it is to be answered. */
  private record Case(String operation, int status, String path, String body) {}

  @BeforeAll
  static void read() {
    document = api.get("/openapi.json").json();
    contract = new OpenApiDocument(document);
    user = api.newUser();
    cookie =
        SessionCookieTest.cookie(SessionCookieTest.logInForACookie(user, api.request("/login")));
  }

  @Test
  void everyDocumentedStatusIsSeenAndFitsTheDocument() {
    Set<String> seen = new TreeSet<>();
    for (Case c : cases()) {
      // A login ends the session that it shows.
      HttpRequest.Builder request =
          isGuarded(c.operation()) ? user.signed(c.path()) : api.request(c.path());
      Answer answer = send(c, request);
      assertThat(answer.status()).as(c.operation() + " " + answer).isEqualTo(c.status());
      seen.add(fits(c.operation(), answer));
    }
    for (String operation : operations().toList()) {
      strangers(operation).map(answer -> fits(operation, answer)).forEach(seen::add);
    }
    farewells().forEach(seen::add);

    Set<String> documented = new TreeSet<>(contract.statuses());
    documented.removeIf(status -> status.endsWith(" 429"));
    assertThat(seen).as("LimitsTest sees the 429s").isEqualTo(documented);
  }

  @Test
  void theDocumentSaysHowToLogInAndWhereThatIsNeeded() {
    JsonNode schemes = document.get("components").get("securitySchemes");
    assertThat(schemes.get("bearer").get("type").asString()).isEqualTo("http");
    assertThat(schemes.get("bearer").get("scheme").asString()).isEqualTo("bearer");
    assertThat(schemes.get("cookie").get("in").asString()).isEqualTo("cookie");
    assertThat(cookie).startsWith(schemes.get("cookie").get("name").asString() + "=");
    for (String operation : operations().toList()) {
      assertThat(isGuarded(operation))
          .as(operation)
          .isEqualTo(
              !Set.of("POST /register", "POST /login", "GET /health", "GET /ready")
                  .contains(operation));
    }
    assertThat(node("GET /me").get("security").toString())
        .isEqualTo("[{\"bearer\":[]},{\"cookie\":[]}]");
  }

  @Test
  void thePageOfTheDocumentationIsThereToTryThemOut() {
    Answer docs = api.get("/docs");

    assertThat(docs.status()).isEqualTo(200);
    assertThat(docs.body()).contains("data-document=\"/openapi.json\"", "swagger-ui-bundle.js");
    assertThat(docs.header("Content-Security-Policy")).contains("default-src 'self'");
  }

  private static List<Case> cases() {
    String used = "/todos/" + user.add("one");
    String binned = "/todos/" + user.add("two");
    String removed = "/todos/" + user.add("three");
    user.delete(binned);
    User leaver = user.again();
    return List.of(
        // Before the password changes, which ends all sessions but one.
        new Case("GET /sessions", 200, "/sessions?limit=1", ""),
        new Case("POST /register", 202, "/register", login("contract@example.org", "")),
        new Case("POST /register", 400, "/register", "{}"),
        new Case("POST /login", 200, "/login", login(user.email(), "")),
        new Case("POST /login", 400, "/login", "{}"),
        new Case("POST /login", 401, "/login", login(user.email(), "x")),
        new Case("POST /logout", 400, "/logout?x=1", ""),
        new Case("GET /me", 200, "/me", ""),
        new Case("GET /me", 400, "/me?x=1", ""),
        new Case("POST /me/password", 400, "/me/password", change(AuthApi.PASSWORD, "short")),
        new Case("POST /me/password", 403, "/me/password", change("x", AuthApi.PASSWORD)),
        new Case(
            "POST /me/password", 204, "/me/password", change(AuthApi.PASSWORD, AuthApi.PASSWORD)),
        new Case("POST /me/delete", 400, "/me/delete", "{}"),
        new Case("POST /me/delete", 403, "/me/delete", "{\"password\": \"x\"}"),
        new Case("GET /sessions", 400, "/sessions?limit=0", ""),
        new Case("DELETE /sessions", 204, "/sessions", ""),
        new Case("DELETE /sessions", 400, "/sessions?x=1", ""),
        new Case("DELETE /sessions/{id}", 400, "/sessions/x", ""),
        new Case("DELETE /sessions/{id}", 404, "/sessions/" + leaver.session(), ""),
        new Case("GET /todos", 200, "/todos?limit=1", ""),
        new Case("GET /todos", 400, "/todos?limit=0", ""),
        new Case("POST /todos", 201, "/todos", TODO),
        new Case("POST /todos", 400, "/todos", "{}"),
        new Case("GET /todos/{id}", 200, used, ""),
        new Case("GET /todos/{id}", 400, "/todos/x", ""),
        new Case("GET /todos/{id}", 404, "/todos/4711", ""),
        new Case("PATCH /todos/{id}", 200, used, TODO),
        new Case("PATCH /todos/{id}", 400, used, "[]"),
        new Case("PATCH /todos/{id}", 404, "/todos/4711", TODO),
        new Case("PATCH /todos/{id}", 409, binned, TODO),
        new Case("DELETE /todos/{id}", 204, removed, ""),
        new Case("DELETE /todos/{id}", 400, "/todos/x", ""),
        new Case("DELETE /todos/{id}", 404, "/todos/4711", ""),
        new Case("POST /todos/{id}/restore", 200, removed + "/restore", ""),
        new Case("POST /todos/{id}/restore", 400, "/todos/x/restore", ""),
        new Case("POST /todos/{id}/restore", 404, "/todos/4711/restore", ""),
        new Case("GET /health", 200, "/health", ""),
        new Case("GET /health", 400, "/health?x=1", ""),
        new Case("GET /ready", 200, "/ready", ""),
        new Case("GET /ready", 400, "/ready?x=1", ""));
  }

  /** What every operation of a kind does: without a session, from elsewhere, in another format. */
  private static Stream<Answer> strangers(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", "4711");
    String body = operation.equals("POST /login") ? login(user.email(), "") : TODO;
    String json = node(operation).has("requestBody") ? body : "";
    Stream.Builder<Answer> answers = Stream.builder();
    Case plain = new Case(operation, 0, path, json);
    if (isGuarded(operation)) {
      answers.add(send(plain, api.request(path)));
    }
    if (responses(operation).has("403")) {
      answers.add(
          send(
              plain,
              api.request(path).header("Cookie", cookie).header("Origin", "http://evil.example")));
    }
    if (responses(operation).has("406")) {
      answers.add(send(plain, user.signed(path).header("Accept", "text/html")));
    }
    if (!json.isEmpty()) {
      answers.add(send(new Case(operation, 0, path, LARGE), user.signed(path)));
      answers.add(
          api.send(
              user.signed(path)
                  .header("Content-Type", "text/plain")
                  .method(method(operation), BodyPublishers.ofString(json))));
    }
    return answers.build();
  }

  /** What ends a session has one of its own. */
  private static Stream<String> farewells() {
    User leaver = api.newUser();
    User second = leaver.again();
    User third = leaver.again();
    return Stream.of(
        fits("DELETE /sessions/{id}", leaver.delete("/sessions/" + third.session())),
        fits("POST /logout", second.post("/logout")),
        fits("POST /me/delete", leaver.post("/me/delete", Map.of("password", AuthApi.PASSWORD))));
  }

  private static Answer send(Case c, HttpRequest.Builder request) {
    if (!c.body().isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return api.send(request.method(method(c.operation()), BodyPublishers.ofString(c.body())));
  }

  private static String fits(String operation, Answer answer) {
    contract.expectFit(operation, answer);
    return operation + " " + answer.status();
  }

  private static String login(String email, String added) {
    return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, AuthApi.PASSWORD + added);
  }

  private static String change(String from, String to) {
    return "{\"current_password\": \"%s\", \"new_password\": \"%s\"}".formatted(from, to);
  }

  private static Stream<String> operations() {
    return document.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().propertyNames().stream()
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
  }

  private static boolean isGuarded(String operation) {
    return node(operation).has("security");
  }

  private static JsonNode responses(String operation) {
    return node(operation).get("responses");
  }

  private static JsonNode node(String operation) {
    String[] parts = operation.split(" ", 2);
    return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
  }

  private static String method(String operation) {
    return operation.substring(0, operation.indexOf(' '));
  }
}
