package workshop.requirements.suite.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import tools.jackson.databind.JsonNode;

/** Requests of Ada, who has a tenant, for Bob's: whatever she says, she sees nothing of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ForeignTenantSuite {

  private final TenantStage stage;
  private MadeTenant hers;
  private MadeTenant his;
  private ApiClient ada;
  private ApiClient bob;

  protected ForeignTenantSuite(TenantStage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void twoTenants() {
    hers = stage.tenants().next();
    his = stage.tenants().next();
    ada = stage.user(hers, "ada");
    bob = stage.user(his, "bob");
    ada.post("/requirements", Map.of("title", "Hers")).expect(201);
    bob.post("/groups", Map.of("name", "Nothing")).expect(201);
    bob.post("/groups", Map.of("name", "Secret")).expect(201);
    bob.post("/requirements", Map.of("title", "Secret one", "group", "Secret")).expect(201);
    bob.post("/requirements", Map.of("title", "Secret two")).expect(201);
    bob.patch("/requirements/REQ-2", Map.of("text", "Secret text")).expect(200);
  }

  @Test
  void withHisKeySheIsNobodyThere() {
    ApiClient intruder = stage.user(his, "ada");

    for (String path :
        List.of(
            "/requirements",
            "/requirements/REQ-1",
            "/requirements/REQ-2/history",
            "/requirements.csv",
            "/groups",
            "/groups/2",
            "/members",
            "/members/1")) {
      hidden(intruder.get(path));
    }
    hidden(intruder.patch("/requirements/REQ-1", Map.of("title", "hers")));
    hidden(intruder.post("/members", Map.of("email", "ada@example.org", "role", "owner")));
    hidden(intruder.send("POST", "/requirements.csv", "text/csv", "title\nhers\n"));
    hidden(stage.atHost(his.domain(), "ada").get("/requirements"));
    assertThat(bob.get("/members").items()).hasSize(1);
  }

  /** Ids count in each tenant: what is not there at hers is not his either. */
  @Test
  void hisIdsAndKeysAreNobodysAtHers() {
    hidden(ada.get("/groups/2"));
    hidden(ada.delete("/groups/2"));
    hidden(ada.get("/requirements/REQ-2"));
    hidden(ada.patch("/requirements/REQ-2", Map.of("title", "hers")));
    hidden(ada.get("/requirements/REQ-2/history"));
    hidden(ada.get("/members/2"));
    assertThat(ada.get("/requirements?group=Secret").items()).isEmpty();
    assertThat(ada.get("/requirements?search=Secret").items()).isEmpty();
    assertThat(ada.get("/requirements.csv").body()).doesNotContain("Secret");
    ada.post("/requirements", Map.of("title", "a", "group", "Secret")).expect(400);
  }

  /** His list's cursor begins her list; it is a place in an order, and no key to anything. */
  @Test
  void hisCursorShowsHerOwn() {
    String next = bob.get("/requirements?limit=1").text("next");

    assertThat(ada.get(next).expect(200).body()).doesNotContain("Secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR 1=1 --",
        "'; RESET ROLE; SET LOCAL ROLE \"<role>\"; --",
        "'); SELECT set_config('search_path', '<schema>', true); --",
        "\"; SET search_path = \"<schema>\"; --",
        "$$; SELECT set_config('role', '<role>', true); $$",
        "<table>",
        "${flyway:defaultSchema}",
        "%' UNION SELECT * FROM <table> --",
        "{0} {1} ? :name \\",
      })
  void sqlInATextIsAText(String form) {
    String sql = stage.beyond(his).in(form);
    JsonNode made = ada.post("/requirements", Map.of("title", sql, "text", sql)).expect(201).json();
    assertThat(made.get("title").asString()).isEqualTo(sql);
    ada.post("/groups", Map.of("name", sql)).expect(201);
    String key = made.get("key").asString();
    ada.patch("/requirements/" + key, Map.of("group", sql)).expect(200);
    String csv =
        "title,text,group\n" + "\"%1$s\",\"%1$s\",\"%1$s\"\n".formatted(sql.replace("\"", "\"\""));
    ada.send("POST", "/requirements.csv", "text/csv", csv).expect(200);
    String query = URLEncoder.encode(sql, StandardCharsets.UTF_8);

    Answer found = ada.get("/requirements?search=" + query + "&group=" + query).expect(200);

    assertThat(found.items()).hasSize(2);
    assertThat(found.body()).doesNotContain("Secret");
    assertThat(ada.get("/requirements/" + key + "/history").items().getFirst().get("after"))
        .isEqualTo(made.get("title"));
    assertThat(ada.get("/requirements/" + query).status()).isIn(400, 404);
    ada.with("X-User", sql).get("/requirements").expect(401);
    ada.with(TenantStage.KEY, sql).get("/requirements").expect(401);
  }

  /** What is typed as who asks becomes a setting of the session, and is a text there too. */
  @Test
  void sqlInAnEmailIsAText() {
    String email = stage.beyond(his).in("x'||set_config('role','<role>',true)||'@example.org");
    ada.post("/members", Map.of("email", email, "role", "editor")).expect(201);
    ApiClient strange = ada.with("X-User", email);

    String key = strange.post("/requirements", Map.of("title", "a")).expect(201).text("key");
    strange.patch("/requirements/" + key, Map.of("title", "b")).expect(200);

    JsonNode change = strange.get("/requirements/" + key + "/history").items().getFirst();
    assertThat(change.get("changed_by").asString()).isEqualTo(email);
  }

  /** All at once over a few connections: none finds what another left behind. */
  @Test
  void connectionsCarryNothingFromOneTenantToTheNext() throws Exception {
    try (ExecutorService crowd = Executors.newFixedThreadPool(12)) {
      List<Future<Answer>> answers =
          IntStream.range(0, 300)
              .mapToObj(i -> crowd.submit(() -> (i % 3 == 0 ? bob : ada).get("/members")))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        String wanted = (i % 3 == 0 ? "bob" : "ada") + "@example.org";
        assertThat(first(answers.get(i))).isEqualTo(wanted);
      }
    }
  }

  private static String first(Future<Answer> answer)
      throws ExecutionException, InterruptedException {
    return answer.get().expect(200).items().getFirst().get("email").asString();
  }

  private static void hidden(Answer answer) {
    answer.expect(404);
    assertThat(answer.body()).doesNotContain("Secret", "bob");
  }
}
