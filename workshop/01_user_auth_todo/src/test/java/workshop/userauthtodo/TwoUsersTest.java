package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.web.json.Json;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** Two users, and every route of the document with what belongs to the other. */
class TwoUsersTest {

  /** What is for everybody. */
  private static final Set<String> OPEN =
      Set.of("POST /register", "POST /login", "GET /health", "GET /ready");

  private static final Map<String, Object> BODIES =
      Map.of(
          "POST /todos", Map.of("title", "a todo of mine"),
          "PATCH /todos/{id}", Map.of("title", "taken over"),
          "POST /me/password",
              Map.of("current_password", "a guess at it", "new_password", "taken over by me"),
          "POST /me/delete", Map.of("password", "a guess at it"));

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  private static User victim;
  private static User attacker;
  private static long todo;
  private static String state;

  private record Operation(String method, String path) {

    String name() {
      return method + " " + path;
    }

    Answer send(UnaryOperator<HttpRequest.Builder> signed, long id) {
      HttpRequest.Builder request = signed.apply(api.request(path.replace("{id}", "" + id)));
      Object body = BODIES.get(name());
      return api.send(
          body == null
              ? request.method(method, BodyPublishers.noBody())
              : AuthApi.json(request, method, body));
    }
  }

  @BeforeAll
  static void twoUsers() {
    victim = api.newUser();
    todo = victim.add("a secret plan");
    victim.again();
    attacker = api.newUser();
    state = stateOf(victim);
  }

  @Test
  void theIdsOfTheOtherAreUnknown() {
    for (Operation operation : guarded().filter(o -> o.path().contains("{id}")).toList()) {
      long id = operation.path().startsWith("/todos") ? todo : victim.session();

      Answer answer = operation.send(bearer(attacker.token()), id);

      assertThat(answer.status()).as(operation.name()).isEqualTo(404);
      assertSilent(operation, answer);
    }
    assertThat(stateOf(victim)).isEqualTo(state);
  }

  @Test
  void whatHasNoIdIsOnesOwn() {
    for (Operation operation : guarded().filter(o -> !o.path().contains("{id}")).toList()) {
      Answer answer = operation.send(bearer(api.newUser().token()), 0);

      assertThat(answer.status()).as(operation.name()).isIn(200, 201, 204, 403);
      assertSilent(operation, answer);
    }
    assertThat(stateOf(victim)).isEqualTo(state);
  }

  /** The other's tokens and cookies, but for a letter, ended, or in the wrong place. */
  @Test
  void whatIsNearlyTheOthersTokenOpensNothing() {
    User ended = victim.again();
    ended.post("/logout");
    String token = victim.token();
    String swapped = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
    for (Operation operation : guarded().toList()) {
      for (UnaryOperator<HttpRequest.Builder> signed :
          List.of(
              bearer(""),
              bearer(swapped),
              bearer(token + "A"),
              bearer(token.toLowerCase(java.util.Locale.ROOT)),
              bearer(ended.token()),
              cookie("user_auth_session", swapped),
              cookie("user_auth_session", ended.token()),
              cookie("session", token),
              r -> r.header("X-Authorization", "Bearer " + token),
              r -> r.header("Authorization", "Token " + token),
              UnaryOperator.<HttpRequest.Builder>identity())) {
        Answer answer = operation.send(signed, todo);

        assertThat(answer.status()).as(operation.name()).isEqualTo(401);
        assertSilent(operation, answer);
      }
    }
    assertThat(stateOf(victim)).isEqualTo(state);
  }

  /** As on a page of the attacker's that the victim looks at: the browser adds the cookie. */
  @Test
  void theOthersCookieFromAForeignPageChangesNothing() {
    String cookie =
        SessionCookieTest.cookie(SessionCookieTest.logInForACookie(victim, api.request("/login")));
    String before = stateOf(victim);
    for (Operation operation : guarded().filter(o -> !o.method().equals("GET")).toList()) {
      for (String site : List.of("cross-site", "same-site", "none")) {
        Answer answer =
            operation.send(r -> r.header("Cookie", cookie).header("Sec-Fetch-Site", site), todo);

        assertThat(answer.status()).as(operation.name()).isEqualTo(403);
        assertSilent(operation, answer);
      }
    }
    assertThat(stateOf(victim)).isEqualTo(before);
  }

  /** Never a byte of it. */
  private static void assertSilent(Operation operation, Answer answer) {
    assertThat(answer.body() + answer.response().headers().map())
        .as(operation.name())
        .doesNotContain("a secret plan", victim.email(), victim.token());
  }

  private static String stateOf(User user) {
    return user.get("/todos?deleted=all").body()
        + user.get("/me").body()
        + user.get("/sessions").json().get("items").findValuesAsString("id").stream()
            .filter(id -> Long.parseLong(id) <= attacker.session())
            .collect(Collectors.joining(","));
  }

  private static Stream<Operation> guarded() {
    JsonNode paths = Json.mapper().readTree(api.get("/openapi.json").body()).get("paths");
    return paths.properties().stream()
        .flatMap(
            path ->
                path.getValue().propertyNames().stream()
                    .map(
                        method ->
                            new Operation(
                                method.toUpperCase(java.util.Locale.ROOT), path.getKey())))
        .filter(operation -> !OPEN.contains(operation.name()));
  }

  private static UnaryOperator<HttpRequest.Builder> bearer(String token) {
    return request -> request.header("Authorization", "Bearer " + token);
  }

  private static UnaryOperator<HttpRequest.Builder> cookie(String name, String value) {
    return request -> SessionCookieTest.ours(request).header("Cookie", name + "=" + value);
  }
}
