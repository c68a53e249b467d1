package workshop.requirements.suite.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import tools.jackson.databind.JsonNode;

/** What those do who run the tenants. */
public abstract class AdministrationSuite {

  private final TenantStage stage;

  protected AdministrationSuite(TenantStage stage) {
    this.stage = stage;
  }

  @Test
  void listsPageByPageByNameAndByStatus() {
    MadeTenant suspended = stage.tenants().next();
    stage.tenants().set(suspended, "suspended");
    for (int i = 0; i < 15; i++) {
      stage.tenants().next();
    }
    List<String> names = new ArrayList<>();

    Answer page = admin().get("/admin/tenants?limit=7");
    while (true) {
      page.items().forEach(item -> names.add(item.get("name").asString()));
      if (page.json().get("next").isNull()) {
        break;
      }
      page = admin().get(page.text("next"));
    }

    assertThat(names).hasSizeGreaterThan(14).isSorted().doesNotHaveDuplicates();
    assertThat(admin().get("/admin/tenants?status=suspended").items())
        .extracting(item -> item.get("name").asString())
        .containsExactly(suspended.name());
    assertThat(admin().get("/admin/tenants/" + suspended.name()).text("status"))
        .isEqualTo("suspended");
    admin().get("/admin/tenants?cursor=A").expectProblem(400, "invalid-parameters", "cursor");
  }

  @Test
  void aTenantsKeyOpensNothingHere() {
    MadeTenant tenant = stage.tenants().next();

    for (String key : List.of(tenant.key(), "", "wsa_", "' OR true --")) {
      stage
          .client()
          .with("X-Admin-Key", key)
          .with(TenantStage.KEY, tenant.key())
          .get("/admin/tenants")
          .expectProblem(401, "unauthenticated", "X-Admin-Key");
    }
    admin().get("/requirements").expect(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nobody", "T1", "t1%20", "03_tenant_t1", "04_tenant_t1", "%27%20OR%20true%20--"})
  void whoIsNoTenant(String name) {
    stage.tenants().next();

    assertThat(admin().get("/admin/tenants/" + name).expect(404).text("detail"))
        .startsWith("There is no tenant");
  }

  @Test
  void aTenantComesRestsGetsAnotherKeyAndGoes() throws Exception {
    Map<String, String> wish =
        Map.of("name", RemovedTenant.NAME, "domain", "removed.example.net", "type", "trial");
    Answer made = admin().post("/admin/tenants", wish).expect(201);
    String path = made.header("Location");
    String key = made.text("api_key");
    assertThat(path).isEqualTo("/admin/tenants/" + RemovedTenant.NAME);
    assertThat(key).matches("wsk_[A-Za-z0-9_-]{43}");
    assertThat(made.json().get("tenant").get("schema_name").asString())
        .isEqualTo(stage.removed().schema());
    assertThat(with(key).get("/requirements").items()).hasSize(3);
    assertThat(admin().get(path).expect(200).body()).doesNotContain("api_key", "hash", key);

    admin().post(path + "/suspend", "").expect(200);
    with(key).get("/requirements").expectProblem(403, "forbidden", "suspended");
    assertThat(admin().post(path + "/resume", "").expect(200).json().get("api_key").isNull())
        .isTrue();
    with(key).get("/requirements").expect(200);

    String other = admin().post(path + "/rotate-key", "").expect(200).text("api_key");
    with(key).get("/requirements").expect(401);
    with(other).get("/requirements").expect(200);

    admin()
        .post(path + "/remove", Map.of("name", "another"))
        .expectProblem(400, "invalid-body", RemovedTenant.NAME);
    with(other).get("/requirements").expect(200);
    Answer gone = admin().post(path + "/remove", Map.of("name", RemovedTenant.NAME)).expect(200);
    assertThat(stage.removed().snapshots()).containsExactly(gone.text("snapshot"));
    with(other).get("/requirements").expect(401);
    admin().get(path).expect(404);
    stage.tenants().run("DO $$ BEGIN ASSERT " + stage.isGone(RemovedTenant.NAME) + "; END $$");
  }

  @ParameterizedTest
  @CsvSource({
    "Acme, acme.example.net, standard, #/name does not fit",
    "'x\"; DROP SCHEMA', acme.example.net, standard, #/name does not fit",
    "acme, 'acme.example.net:80', standard, #/domain does not fit",
    "acme, Acme.example.net, standard, #/domain does not fit",
    "acme, acme.example.net, ../trial, '#/type is none of standard, trial'",
  })
  void whatNoTenantCanBe(String name, String domain, String type, String says) {
    admin()
        .post("/admin/tenants", Map.of("name", name, "domain", domain, "type", type))
        .expectProblem(400, "invalid-body", says);
  }

  @Test
  void aBatchTellsOfEachLineAndGoesOnWhenItComesAgain() {
    String csv =
        """
        name,domain,type
        one_of_batch,one-of-batch.example.net,trial
        Bad,bad.example.net,
        two_of_batch,two-of-batch.example.net,
        two_again,two-of-batch.example.net,
        three,
        "four
        """;

    JsonNode report = batch(csv);

    assertThat(outcomes(report))
        .containsExactly(
            "2 added", "3 refused", "4 added", "5 refused", "6 refused", "7 unreadable");
    assertThat(report.get("added").asInt()).isEqualTo(2);
    assertThat(report.get("left").asInt()).isEqualTo(4);
    String key = report.get("lines").get(0).get("api_key").asString();
    assertThat(with(key).get("/requirements").items()).hasSize(3);
    assertThat(outcomes(batch(csv)))
        .startsWith("2 already_there", "3 refused", "4 already_there", "5 refused");
    with(key).get("/requirements").expect(200);
  }

  private JsonNode batch(String csv) {
    return admin().send("POST", "/admin/tenants.csv", "text/csv", csv).expect(200).json();
  }

  private static List<String> outcomes(JsonNode report) {
    return report
        .get("lines")
        .valueStream()
        .map(line -> line.get("line").asString() + " " + line.get("outcome").asString())
        .toList();
  }

  @Test
  void whatIsTakenIsToldApart() {
    MadeTenant there = stage.tenants().next();

    admin()
        .post("/admin/tenants", Map.of("name", there.name(), "domain", there.domain()))
        .expectProblem(409, "conflict", "already");
    admin()
        .post("/admin/tenants", Map.of("name", "another", "domain", there.domain()))
        .expectProblem(409, "conflict", there.domain());
    stage.user(there, "owner").get("/requirements").expect(200);
  }

  private ApiClient with(String key) {
    return stage.user(key, "owner");
  }

  private ApiClient admin() {
    return stage.administrator();
  }
}
