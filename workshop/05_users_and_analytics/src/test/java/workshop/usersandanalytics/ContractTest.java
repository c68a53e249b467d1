package workshop.usersandanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;
import shareddb.webtesting.OpenApiDocument;
import shareddb.webtesting.RunningApi;
import tools.jackson.databind.JsonNode;

/** Holds the OpenAPI document, the routes and real answers against one another. */
final class ContractTest {

  @RegisterExtension static final TwoDatabases two = new TwoDatabases();

  private static RunningApi running;
  private static ApiClient api;

  @BeforeAll
  static void serve() throws SQLException {
    two.sql("analytics", "INSERT INTO signups_by_day VALUES ('1970-01-01', 1), ('1970-02-01', 1)");
    running = two.serve();
    api = ApiClient.at(running.port());
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void everyDocumentedStatusIsSeenAndFitsTheDocument() {
    OpenApiDocument document = OpenApiDocument.of(api);
    document.expectSound();
    Set<String> seen =
        cases().stream()
            .map(
                c -> {
                  Answer answer = c.send();
                  assertThat(answer.status()).as(c + answer.body()).isEqualTo(c.status());
                  document.expectFit(c.operation(), answer);
                  return c.operation() + " " + answer.status();
                })
            .collect(Collectors.toSet());

    // An answer without an end: SignupStreamTest reads it.
    seen.add("GET /analytics/signups/live 200");
    assertThat(seen).containsExactlyInAnyOrderElementsOf(document.statuses());
  }

  private static List<Case> cases() {
    String ada = "/users/" + signUp("Ada@Example.org");
    String bob = "/users/" + signUp("bob@example.org");
    String large = "\"" + "a".repeat(70_000) + "\"";
    return List.of(
        request("GET /users", 200, "/users?limit=1", ""),
        request("GET /users", 400, "/users?limit=0", ""),
        request("POST /users", 201, "/users", email("cleo@example.org")),
        request("POST /users", 400, "/users", email("cleo")),
        request("POST /users", 409, "/users", email("ADA@example.org")),
        request("POST /users", 413, "/users", large),
        request("POST /users", 415, "/users", "x").typed("text/plain"),
        request("GET /users/{id}", 200, ada, ""),
        request("GET /users/{id}", 400, "/users/ada", ""),
        request("GET /users/{id}", 404, "/users/999999", ""),
        request("PATCH /users/{id}", 200, ada, email("ada@example.net")),
        request("PATCH /users/{id}", 400, ada, "{}"),
        request("PATCH /users/{id}", 404, "/users/999999", email("dora@example.org")),
        request("PATCH /users/{id}", 409, ada, email("bob@example.org")),
        request("PATCH /users/{id}", 413, ada, large),
        request("PATCH /users/{id}", 415, ada, "x").typed("text/plain"),
        request("DELETE /users/{id}", 204, bob, ""),
        request("DELETE /users/{id}", 400, "/users/bob", ""),
        request("DELETE /users/{id}", 404, bob, ""),
        request("GET /analytics/signups", 200, "/analytics/signups?by=week&limit=1", ""),
        request("GET /analytics/signups", 400, "/analytics/signups?by=year", ""),
        request("GET /analytics/signups/live", 400, "/analytics/signups/live?x=1", ""),
        asHtml("GET /analytics/signups/live", "/analytics/signups/live", ""),
        request("GET /health", 200, "/health", ""),
        request("GET /health", 400, "/health?what=1", ""),
        request("GET /ready", 200, "/ready", ""),
        request("GET /ready", 400, "/ready?what=1", ""),
        asHtml("GET /users", "/users", ""),
        asHtml("POST /users", "/users", email("html@example.org")),
        asHtml("GET /users/{id}", ada, ""),
        asHtml("PATCH /users/{id}", ada, email("html@example.org")),
        asHtml("GET /analytics/signups", "/analytics/signups", ""),
        asHtml("GET /health", "/health", ""),
        asHtml("GET /ready", "/ready", ""));
  }

  @Test
  void signUpsAreCountedByDayWeekAndMonth() throws SQLException {
    two.sql(
        "analytics",
        "INSERT INTO signups_by_day VALUES ('2001-01-31', 1, 1), ('2001-02-01', 2, 0),"
            + " ('2001-02-04', 4, 0), ('2001-02-05', 8, 0)");
    assertThat(old("day"))
        .containsExactly("2001-02-05 8 0", "2001-02-04 4 0", "2001-02-01 2 0", "2001-01-31 1 1");
    assertThat(old("week")).containsExactly("2001-02-05 8 0", "2001-01-29 7 1");
    assertThat(old("month")).containsExactly("2001-02-01 14 0", "2001-01-01 1 1");
  }

  /** Page by page, two at a time: no period is cut in two or left out. */
  @Test
  void aPeriodIsOnOnePageAlone() throws SQLException {
    two.sql(
        "analytics",
        "INSERT INTO signups_by_day SELECT day, 1 FROM generate_series('1990-01-01'::date,"
            + " '1990-06-30', '1 day') AS day");
    Answer page = api.get("/analytics/signups?by=month&limit=2");
    long counted = 0;
    while (true) {
      counted +=
          page.items().stream()
              .filter(ContractTest::isOf1990)
              .mapToLong(item -> item.get("signups").asLong())
              .sum();
      if (page.json().get("next").isNull()) {
        break;
      }
      page = api.get(page.text("next"));
    }
    assertThat(counted).isEqualTo(181);
  }

  private static boolean isOf1990(JsonNode item) {
    return item.get("from").asString().startsWith("1990");
  }

  private static List<String> old(String by) {
    return api.get("/analytics/signups?by=" + by).expect(200).items().stream()
        .filter(item -> item.get("from").asString().startsWith("2001"))
        .map(
            item ->
                item.get("from").asString()
                    + " "
                    + item.get("signups").asLong()
                    + " "
                    + item.get("left_again").asLong())
        .toList();
  }

  private static long signUp(String email) {
    return api.post("/users", email(email)).expect(201).json().get("id").asLong();
  }

  private static String email(String email) {
    return "{\"email\": \"%s\"}".formatted(email);
  }

  private static Case asHtml(String operation, String path, String body) {
    return request(operation, 406, path, body).accepting("text/html");
  }

  private static Case request(String operation, int status, String path, String body) {
    return Case.of(operation, status, api, path, body);
  }
}
