package workshop.requirementssharedschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.ServedModule;
import tools.jackson.databind.JsonNode;

/** Requests of Ada, who has a project, for Bob's: whatever she says, she sees nothing of it. */
class ForeignProjectTest {

  private static final SharedSchemaStage STAGE = new SharedSchemaStage();

  @RegisterExtension static final ServedModule module = STAGE.module();

  private static ApiClient ada;
  private static ApiClient bob;
  private static long bobsGroup;

  @BeforeAll
  static void twoProjects() {
    ada = project("ada");
    bob = project("bob");
    bobsGroup = bob.post("/groups", Map.of("name", "Secret")).json().get("id").asLong();
    bob.post("/requirements", Map.of("title", "Secret plan", "group", "Secret")).expect(201);
    ada.post("/requirements", Map.of("title", "Hers")).expect(201);
  }

  @Test
  void inHisPathShesNobody() {
    ApiClient intruder = ada.within(bob.prefix());

    for (String path :
        List.of(
            "",
            "/requirements",
            "/requirements/REQ-1",
            "/requirements/REQ-1/history",
            "/requirements.csv",
            "/groups",
            "/groups/" + bobsGroup,
            "/members",
            "/members/1")) {
      hidden(intruder.get(path));
    }
    hidden(intruder.patch("/requirements/REQ-1", Map.of("title", "hers")));
    hidden(intruder.post("/members", Map.of("email", "ada@example.org", "role", "owner")));
    hidden(intruder.send("POST", "/requirements.csv", "text/csv", "title\nhers\n"));
    assertThat(bob.get("/requirements").items())
        .extracting(r -> r.get("title").asString())
        .first()
        .isEqualTo("Secret plan");
  }

  @Test
  void inHerPathHisIdsAreNobodys() {
    hidden(ada.get("/groups/" + bobsGroup));
    hidden(ada.delete("/groups/" + bobsGroup));
    long bobHimself = bob.get("/members").items().getFirst().get("id").asLong();
    hidden(ada.get("/members/" + bobHimself));
    hidden(ada.patch("/members/" + bobHimself, Map.of("role", "owner")));
    assertThat(ada.get("/requirements?group=Secret").items()).isEmpty();
    assertThat(ada.get("/requirements?search=Secret").items()).isEmpty();
    assertThat(ada.within("").get("/projects").items()).hasSize(1);
  }

  /** His list's cursor begins her list; it is a place in an order, and no key to anything. */
  @Test
  void hisCursorShowsHerOwn() {
    bob.post("/requirements", Map.of("title", "Secret too")).expect(201);
    String next = bob.get("/requirements?limit=1").text("next");

    Answer page = ada.within("").get(next.replace(bob.prefix(), ada.prefix()));

    assertThat(page.body()).doesNotContain("Secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR 1=1 --",
        "'; RESET ROLE; SET app.project_id = '2'; --",
        "\"; DROP TABLE requirements; --",
        "$$; SELECT set_config('app.user_email', 'bob@example.org', true); $$",
        "${flyway:defaultSchema}",
        "%' UNION SELECT * FROM requirements --",
        "{0} {1} ? :name \\",
      })
  void sqlInATextIsAText(String sql) {
    JsonNode made = ada.post("/requirements", Map.of("title", sql, "text", sql)).expect(201).json();
    assertThat(made.get("title").asString()).isEqualTo(sql);
    ada.post("/groups", Map.of("name", sql)).expect(201);
    String key = made.get("key").asString();
    ada.patch("/requirements/" + key, Map.of("group", sql)).expect(200);
    String query = java.net.URLEncoder.encode(sql, java.nio.charset.StandardCharsets.UTF_8);

    Answer found = ada.get("/requirements?search=" + query + "&group=" + query).expect(200);

    assertThat(found.items()).hasSize(1);
    assertThat(found.body()).doesNotContain("Secret");
    assertThat(ada.get("/requirements/" + key + "/history").items().getFirst().get("after"))
        .isEqualTo(made.get("title"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bob", "bob@example.org' OR ''='", "ada@example.org, bob@example.org", "@"})
  void whoSaysNoEmailIsNobody(String who) {
    module
        .client()
        .with("X-User", who)
        .get(bob.prefix() + "/requirements")
        .expectProblem(401, "unauthenticated", "X-User");
  }

  private static void hidden(Answer answer) {
    answer.expect(404);
    assertThat(answer.body()).doesNotContain("Secret", "bob");
  }

  /** Makes one, and returns its owner in it. */
  private static ApiClient project(String owner) {
    ApiClient client = STAGE.user(owner);
    Answer made = client.post("/projects", Map.of("name", owner)).expect(201);
    return client.within(made.header("Location"));
  }
}
