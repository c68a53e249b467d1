package workshop.requirementsdatabasepertenant;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.ServedModule;
import tools.jackson.databind.JsonNode;

/** Requests of Ada, who has a tenant, for Bob's: whatever she says, she sees nothing of it. */
class ForeignTenantTest {

  private static final DatabasePerTenantStage STAGE = new DatabasePerTenantStage();

  @RegisterExtension static final ServedModule module = STAGE.module();

  @AfterAll
  static void nothingIsLeft() {
    STAGE.tenants().drop();
  }

  private static Tenants.Made hers;
  private static Tenants.Made his;
  private static ApiClient ada;
  private static ApiClient bob;

  @BeforeAll
  static void twoTenants() {
    hers = STAGE.tenants().next();
    his = STAGE.tenants().next();
    ada = STAGE.user(hers, "ada");
    bob = STAGE.user(his, "bob");
    ada.post("/requirements", Map.of("title", "Hers")).expect(201);
    bob.post("/groups", Map.of("name", "Nothing")).expect(201);
    bob.post("/groups", Map.of("name", "Secret")).expect(201);
    bob.post("/requirements", Map.of("title", "Secret one", "group", "Secret")).expect(201);
    bob.post("/requirements", Map.of("title", "Secret two")).expect(201);
    bob.patch("/requirements/REQ-2", Map.of("text", "Secret text")).expect(200);
  }

  @Test
  void withHisKeySheIsNobodyThere() {
    ApiClient intruder = STAGE.user(his, "ada");

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
    hidden(atHost(his, "ada").get("/requirements"));
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
        "'; RESET ROLE; SET LOCAL ROLE postgres; --",
        "'); SELECT set_config('search_path', 'pg_catalog', true); --",
        "\"; SET search_path = \"pg_catalog\"; --",
        "$$; SELECT set_config('role', 'postgres', true); $$",
        "${flyway:defaultSchema}",
        "%' UNION SELECT * FROM pg_database --",
        "{0} {1} ? :name \\",
      })
  void sqlInATextIsAText(String sql) {
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
    ada.with(TenantGuard.KEY, sql).get("/requirements").expect(401);
  }

  /** What is typed as who asks becomes a setting of the session, and is a text there too. */
  @Test
  void sqlInAnEmailIsAText() {
    String email = "x'||set_config('role','postgres',true)||'@example.org";
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

  private static ApiClient atHost(Tenants.Made tenant, String user) {
    return STAGE.client().with("Host", tenant.domain()).with("X-User", user + "@example.org");
  }

  private static void hidden(Answer answer) {
    answer.expect(404);
    assertThat(answer.body()).doesNotContain("Secret", "bob");
  }
}
