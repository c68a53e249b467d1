package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** The pages, the probes and the figures. */
class PeoplePagesTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs"})
  void pagesLoadNothingFromElsewhere(String path) {
    Answer page = api.get(path);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("Personal todos").doesNotContain("http:", "https:", "{{");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @Test
  void thePageLinksToWhatIsThere() {
    java.util.regex.Matcher links =
        java.util.regex.Pattern.compile("(?:href|src)=\"(/[^\"]*)\"")
            .matcher(api.get("/").body() + api.get("/docs").body());

    assertThat(links.results().map(m -> m.group(1)).distinct())
        .contains("/docs", "/openapi.json", "/todos", "/metrics", "/assets/swagger-ui-bundle.js")
        .allSatisfy(link -> assertThat(api.get(link).status()).as(link).isEqualTo(200));
  }

  @Test
  void requestsAreCountedByRouteAndNotByPath() {
    api.get("/todos/4711");
    api.get("/todos/4712");
    api.get("/made-up-by-a-scanner");
    assertThat(api.send(api.request("/todos").method("MADEUP", BodyPublishers.noBody())).status())
        .isEqualTo(405);

    String metrics = api.get("/metrics").body();

    assertThat(metrics)
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"/todos/{id}\",status=\"404\"}"
                + " 2")
        .contains("hikaricp_connections_max", "jvm_memory_used_bytes")
        .doesNotContain("/todos/4711", "/todos/4712", "scanner", "MADEUP");
  }

  @Test
  void aBrowserGetsAPageForAWrongUrlAndAProgramAProblem() {
    Answer page = api.send(api.request("/nowhere/%3Cb%3E").header("Accept", "text/html,*/*").GET());

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("Not found", "/nowhere/").doesNotContain("<b>", "http");
    api.get("/nowhere").expectProblem(404, "not-found", "There is no route GET /nowhere");
  }

  /** Swagger UI fills a request with the example: Execute works at the first click. */
  @Test
  void theExamplesOfTheDocumentAreTaken() {
    JsonNode paths = api.get("/openapi.json").json().get("paths");
    JsonNode example = paths.at("/~1todos/post/requestBody/content/application~1json/example");
    long id = api.post("/todos", example.toString()).expect(201).json().get("id").asLong();
    JsonNode change =
        paths.at("/~1todos~1{id}/patch/requestBody/content/application~1json/example");

    assertThat(api.patch("/todos/" + id, change.toString()).expect(200).text("title"))
        .isEqualTo(change.get("title").asString());
    assertThat(change.has("description")).isFalse();
  }

  @Test
  void headIsGetWithoutTheBody() {
    Answer answer = api.send(api.request("/todos/4711").method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }
}
