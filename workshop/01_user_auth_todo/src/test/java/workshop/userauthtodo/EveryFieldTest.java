package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import shareddb.webtesting.OpenApiDocument;
import tools.jackson.databind.JsonNode;

/** Every kind of blank, type and extreme, in every field of every body: no error of the server. */
class EveryFieldTest {

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "2147483648",
          "99999999999999999999",
          "1e400",
          "[]",
          "{}",
          "\"\"",
          "\" \"",
          "\"\\t\\n\"",
          "\"\\u0000\"",
          "\"\\u0085\"",
          "\"\\u00a0\"",
          "\"\\u2007\"",
          "\"\\u202f\"",
          "\"\\u3000\"",
          "\"\\ufeff\"",
          "\"\\ud800\"",
          "\"true\"",
          "\"1\"",
          "\"" + "x".repeat(128) + "\"",
          "\"" + "\\ud83d\\ude00".repeat(255) + "\"",
          "\"" + "x".repeat(10_001) + "\"");

  /** A value for each field that has to be there, so that the one in question is looked at. */
  private static final Map<String, String> PLAUSIBLE =
      Map.of(
          "email", "\"every.field@example.org\"",
          "password", "\"a password of some length\"",
          "current_password", "\"not the current one\"",
          "new_password", "\"a password of some length\"",
          "title", "\"A title\"");

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  @Test
  void noValueOfAnyFieldIsAnErrorOfOurs() {
    OpenApiDocument contract = new OpenApiDocument(api.get("/openapi.json").json());
    User user = api.newUser();
    long todo = user.add("every field");
    int sent = 0;
    for (var path : contract.document().get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        for (String field : fields(contract.document(), operation.getValue())) {
          for (String value : VALUES) {
            Answer answer =
                api.send(
                    user.signed(path.getKey().replace("{id}", "" + todo))
                        .header("Content-Type", "application/json")
                        .method(
                            method, BodyPublishers.ofString(body(field, value, path.getKey()))));
            assertThat(answer.status()).as(method + path.getKey() + field + value).isLessThan(500);
            contract.expectFit(method + " " + path.getKey(), answer);
            sent++;
          }
        }
      }
    }
    assertThat(sent).isGreaterThan(10 * VALUES.size());
    assertThat(user.get("/me").status()).isEqualTo(200);
  }

  @Test
  void aBlankTextIsNoBoolean() {
    User user = api.newUser();

    Answer refused = user.post("/todos", Map.of("title", "x", "is_completed", " "));

    refused.expectProblem(400, "invalid-body", "#/is_completed must be boolean, and is a string");
  }

  private static String body(String field, String value, String path) {
    StringBuilder body = new StringBuilder("{\"" + field + "\": " + value);
    List<String> others =
        switch (path) {
          case "/register", "/login" -> List.of("email", "password");
          case "/me/password" -> List.of("current_password", "new_password");
          case "/todos" -> List.of("title");
          default -> List.of();
        };
    others.stream()
        .filter(other -> !other.equals(field))
        .forEach(other -> body.append(", \"" + other + "\": " + PLAUSIBLE.get(other)));
    return body.append('}').toString();
  }

  private static List<String> fields(JsonNode document, JsonNode operation) {
    String ref =
        operation
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema")
            .path("$ref")
            .asString("");
    return List.copyOf(
        document
            .path("components")
            .path("schemas")
            .path(ref.replace("#/components/schemas/", ""))
            .path("properties")
            .propertyNames());
  }
}
