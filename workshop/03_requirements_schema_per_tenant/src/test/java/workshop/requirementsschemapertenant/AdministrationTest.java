package workshop.requirementsschemapertenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.ServedModule;

/** What those do who run the tenants. */
class AdministrationTest {

  private static final SchemaPerTenantStage STAGE = new SchemaPerTenantStage();

  @RegisterExtension static final ServedModule module = STAGE.module();

  @Test
  void listsPageByPageByNameAndByStatus() {
    Tenants.Made suspended = STAGE.tenants().next();
    STAGE.tenants().set(suspended, "suspended");
    List<String> names = new ArrayList<>();

    Answer page = admin().get("/admin/tenants?limit=7");
    while (true) {
      page.items().forEach(item -> names.add(item.get("name").asString()));
      if (page.json().get("next").isNull()) {
        break;
      }
      page = admin().get(page.text("next"));
    }

    assertThat(names).hasSize(20).isSorted().doesNotHaveDuplicates();
    assertThat(admin().get("/admin/tenants?status=suspended").items())
        .extracting(item -> item.get("name").asString())
        .containsExactly(suspended.name());
    assertThat(admin().get("/admin/tenants/" + suspended.name()).text("status"))
        .isEqualTo("suspended");
    admin().get("/admin/tenants?cursor=IkEi").expectProblem(400, "bad-request", "cursor");
  }

  @Test
  void aTenantsKeyOpensNothingHere() {
    Tenants.Made tenant = STAGE.tenants().next();

    for (String key : List.of(tenant.key(), "", "wsa_", "' OR true --")) {
      STAGE
          .client()
          .with("X-Admin-Key", key)
          .with(TenantGuard.KEY, tenant.key())
          .get("/admin/tenants")
          .expectProblem(401, "unauthenticated", "X-Admin-Key");
    }
    admin().get("/requirements").expect(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "T1", "t1%20", "03_tenant_t1", "%27%20OR%20true%20--"})
  void whoIsNoTenant(String name) {
    STAGE.tenants().next();

    assertThat(admin().get("/admin/tenants/" + name).expect(404).text("detail"))
        .startsWith("There is no tenant");
  }

  private static ApiClient admin() {
    return STAGE.administrator();
  }
}
