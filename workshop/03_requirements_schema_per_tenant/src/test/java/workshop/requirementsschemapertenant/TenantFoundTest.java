package workshop.requirementsschemapertenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.names.Sha256;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.ServedModule;

/** From a key, or a host, to the tenant; and what each status of a tenant means for its people. */
class TenantFoundTest {

  private static final SchemaPerTenantStage STAGE = new SchemaPerTenantStage();

  @RegisterExtension static final ServedModule module = STAGE.module();

  @Test
  void theFirstWhoComesWithTheKeyIsTheOwnerAndOnlyTheFirst() {
    Tenants.Made tenant = STAGE.tenants().next();

    STAGE.user(tenant, "first").get("/members").expect(200);
    STAGE.user(tenant, "second").get("/members").expectProblem(404, "not-found", tenant.name());

    assertThat(STAGE.user(tenant, "first").get("/members").items())
        .extracting(m -> m.get("email").asString() + " " + m.get("role").asString())
        .containsExactly("first@example.org owner");
  }

  @Test
  void aHostAloneMakesNobodyTheOwner() {
    Tenants.Made tenant = STAGE.tenants().next();

    atHost(tenant.domain(), "first").get("/members").expect(404);
    STAGE.user(tenant, "second").get("/members").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s:8080", "%S"})
  void aHostIsFoundWithItsPortAndInCapitals(String form) {
    Tenants.Made tenant = owned();

    atHost(form.formatted(tenant.domain()), "owner").get("/requirements").expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "example.org", "x.t1.example.org", "' OR true --", "[::1]:80"})
  void aHostOfNobodyIsNobodys(String host) {
    owned();

    ApiClient client = STAGE.client().with("X-User", "owner@example.org");
    if (!host.contains("'")) {
      client = client.with("Host", host);
    }

    client.get("/requirements").expectProblem(401, "unauthenticated", TenantGuard.KEY);
  }

  @Test
  void keyAndHostOfTwoTenantsAreRefusedAndOfOneAreNot() {
    Tenants.Made one = owned();
    Tenants.Made other = owned();

    STAGE
        .user(one, "owner")
        .with("Host", other.domain())
        .get("/requirements")
        .expectProblem(403, "forbidden", "another tenant");
    STAGE.user(one, "owner").with("Host", one.domain()).get("/requirements").expect(200);
  }

  @Test
  void aWrongKeyIsNotMadeGoodByTheHost() {
    Tenants.Made tenant = owned();

    for (String key : List.of("wsk_wrong", "", "' OR ''='", Sha256.of(tenant.key()))) {
      atHost(tenant.domain(), "owner")
          .with(TenantGuard.KEY, key)
          .get("/requirements")
          .expectProblem(401, "unauthenticated", "No tenant has the key");
    }
  }

  @Test
  void whatAStatusMeans() {
    Tenants.Made tenant = owned();
    ApiClient owner = STAGE.user(tenant, "owner");

    STAGE.tenants().set(tenant, "suspended");
    owner.get("/requirements").expectProblem(403, "forbidden", "suspended");
    owner.post("/requirements", Map.of("title", "a")).expect(403);
    atHost(tenant.domain(), "owner").get("/groups").expect(403);
    STAGE.tenants().set(tenant, "provisioning");
    assertThat(owner.get("/requirements").expect(503).header("Retry-After")).isEqualTo("2");
    owner.get("/requirements").expectProblem(503, "not-ready", "being made");
    STAGE.tenants().set(tenant, "failed");
    owner.get("/requirements").expectProblem(503, "not-ready", "not in order");
    STAGE.tenants().set(tenant, "removing");
    owner.get("/requirements").expectProblem(404, "not-found", "being removed");
    STAGE.tenants().set(tenant, "arriving");
    owner.get("/requirements").expectProblem(503, "not-ready", "moving");
    STAGE.tenants().set(tenant, "moved");
    owner.get("/requirements").expectProblem(410, "gone", "has moved");
    STAGE.tenants().set(tenant, "active");
    owner.get("/requirements").expect(200);
  }

  @Test
  void whoseSchemaMovesFromUnderARequestIsToldToComeBack() {
    Tenants.Made tenant = owned();
    ApiClient owner = STAGE.user(tenant, "owner");

    STAGE.tenants().run("ALTER SCHEMA %s RENAME TO elsewhere".formatted(tenant.schema().quoted()));
    owner.get("/requirements").expectProblem(503, "not-ready", "moving");
    owner.post("/requirements", Map.of("title", "a")).expect(503);
    STAGE.tenants().run("ALTER SCHEMA elsewhere RENAME TO " + tenant.schema().quoted());
    owner.get("/requirements").expect(200);
  }

  @Test
  void aChangedKeyHoldsAtOnce() {
    Tenants.Made tenant = owned();
    String hash = Sha256.of("wsk_new");

    STAGE
        .tenants()
        .run(
            "UPDATE tenant_registry SET api_key_hash = '%s' WHERE tenant_name = '%s'"
                .formatted(hash, tenant.name()));

    STAGE.user(tenant, "owner").get("/requirements").expect(401);
    STAGE.user(tenant, "owner").with(TenantGuard.KEY, "wsk_new").get("/requirements").expect(200);
  }

  @Test
  void whoSaysNoEmailIsNobody() {
    Tenants.Made tenant = owned();

    for (String who : List.of("", "owner", "a@b.org, owner@example.org", "@")) {
      STAGE
          .client()
          .with(TenantGuard.KEY, tenant.key())
          .with("X-User", who)
          .get("/requirements")
          .expectProblem(401, "unauthenticated", "X-User");
    }
  }

  /** One that has an owner. */
  private static Tenants.Made owned() {
    Tenants.Made tenant = STAGE.tenants().next();
    STAGE.user(tenant, "owner").get("/members").expect(200);
    return tenant;
  }

  private static ApiClient atHost(String host, String user) {
    return STAGE.client().with("Host", host).with("X-User", user + "@example.org");
  }
}
