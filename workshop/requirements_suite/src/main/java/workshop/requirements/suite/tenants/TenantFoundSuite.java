package workshop.requirements.suite.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.names.Sha256;
import shareddb.webtesting.ApiClient;

/** From a key, or a host, to the tenant; and what each status of a tenant means for its people. */
public abstract class TenantFoundSuite {

  private final TenantStage stage;

  protected TenantFoundSuite(TenantStage stage) {
    this.stage = stage;
  }

  @Test
  void theFirstWhoComesWithTheKeyIsTheOwnerAndOnlyTheFirst() {
    MadeTenant tenant = stage.tenants().next();

    stage.user(tenant, "first").get("/members").expect(200);
    stage.user(tenant, "second").get("/members").expectProblem(404, "not-found", tenant.name());

    assertThat(stage.user(tenant, "first").get("/members").items())
        .extracting(m -> m.get("email").asString() + " " + m.get("role").asString())
        .containsExactly("first@example.org owner");
  }

  @Test
  void aHostAloneMakesNobodyTheOwner() {
    MadeTenant tenant = stage.tenants().next();

    stage.atHost(tenant.domain(), "first").get("/members").expect(404);
    stage.user(tenant, "second").get("/members").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s:8080", "%S"})
  void aHostIsFoundWithItsPortAndInCapitals(String form) {
    MadeTenant tenant = owned();

    stage.atHost(form.formatted(tenant.domain()), "owner").get("/requirements").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "[::1]:80", "127.0.0.1:8080"})
  void theServersOwnHostIsNoTenants(String host) {
    owned();

    stage
        .atHost(host, "owner")
        .get("/requirements")
        .expectProblem(401, "unauthenticated", TenantStage.KEY);
  }

  /** A page of another site could let its own name resolve to the loopback address. */
  @ParameterizedTest
  @ValueSource(strings = {"example.org", "x.t1.example.org"})
  void aHostThatIsNoTenantsIsRefused(String host) {
    MadeTenant tenant = owned();

    stage
        .user(tenant, "owner")
        .with("Host", host)
        .get("/requirements")
        .expectProblem(421, "misdirected-request", host);
  }

  @Test
  void keyAndHostOfTwoTenantsAreRefusedAndOfOneAreNot() {
    MadeTenant one = owned();
    MadeTenant other = owned();

    stage
        .user(one, "owner")
        .with("Host", other.domain())
        .get("/requirements")
        .expectProblem(403, "forbidden", "another tenant");
    stage.user(one, "owner").with("Host", one.domain()).get("/requirements").expect(200);
  }

  @Test
  void aWrongKeyIsNotMadeGoodByTheHost() {
    MadeTenant tenant = owned();

    for (String key : List.of("wsk_wrong", "", "' OR ''='", Sha256.of(tenant.key()))) {
      stage
          .atHost(tenant.domain(), "owner")
          .with(TenantStage.KEY, key)
          .get("/requirements")
          .expectProblem(401, "unauthenticated", "No tenant has the key");
    }
  }

  @Test
  void whatAStatusMeans() {
    MadeTenant tenant = owned();
    ApiClient owner = stage.user(tenant, "owner");

    stage.tenants().set(tenant, "suspended");
    owner.get("/requirements").expectProblem(403, "forbidden", "suspended");
    owner.post("/requirements", Map.of("title", "a")).expect(403);
    stage.atHost(tenant.domain(), "owner").get("/groups").expect(403);
    stage.tenants().set(tenant, "provisioning");
    assertThat(owner.get("/requirements").expect(503).header("Retry-After")).isEqualTo("2");
    owner.get("/requirements").expectProblem(503, "not-ready", "being made");
    stage.tenants().set(tenant, "failed");
    owner.get("/requirements").expectProblem(503, "not-ready", "not in order");
    stage.tenants().set(tenant, "removing");
    owner.get("/requirements").expectProblem(404, "not-found", "being removed");
    stage.tenants().set(tenant, "arriving");
    owner.get("/requirements").expectProblem(503, "not-ready", "moving");
    stage.tenants().set(tenant, "moved");
    owner.get("/requirements").expectProblem(410, "gone", "has moved");
    stage.tenants().set(tenant, "active");
    owner.get("/requirements").expect(200);
  }

  @Test
  void aChangedKeyHoldsAtOnce() {
    MadeTenant tenant = owned();
    String hash = Sha256.of("wsk_new");

    stage
        .tenants()
        .run(
            "UPDATE tenant_registry SET api_key_hash = '%s' WHERE tenant_name = '%s'"
                .formatted(hash, tenant.name()));

    stage.user(tenant, "owner").get("/requirements").expect(401);
    stage.user(tenant, "owner").with(TenantStage.KEY, "wsk_new").get("/requirements").expect(200);
  }

  @Test
  void whoSaysNoEmailIsNobody() {
    MadeTenant tenant = owned();

    for (String who : List.of("", "owner", "a@b.org, owner@example.org", "@")) {
      stage
          .client()
          .with(TenantStage.KEY, tenant.key())
          .with("X-User", who)
          .get("/requirements")
          .expectProblem(401, "unauthenticated", "X-User");
    }
  }

  /** One that has an owner. */
  private MadeTenant owned() {
    MadeTenant tenant = stage.tenants().next();
    stage.user(tenant, "owner").get("/members").expect(200);
    return tenant;
  }
}
