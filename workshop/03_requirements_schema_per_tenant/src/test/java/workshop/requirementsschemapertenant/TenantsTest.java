package workshop.requirementsschemapertenant;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.ApiClient;
import workshop.requirements.suite.tenants.AdministrationSuite;
import workshop.requirements.suite.tenants.ForeignTenantSuite;
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.ServedTenants;
import workshop.requirements.suite.tenants.TenantFoundSuite;

/** What holds of every module whose projects are tenants, against this one. */
class TenantsTest {

  private static final SchemaPerTenantStage STAGE = new SchemaPerTenantStage();

  @RegisterExtension static final ServedTenants served = STAGE.served();

  @AfterAll
  static void nothingIsLeft() throws IOException {
    STAGE.leaveNothing();
  }

  @Nested
  class Administration extends AdministrationSuite {
    Administration() {
      super(STAGE);
    }
  }

  @Nested
  class ForeignTenant extends ForeignTenantSuite {
    ForeignTenant() {
      super(STAGE);
    }
  }

  @Nested
  class TenantFound extends TenantFoundSuite {
    TenantFound() {
      super(STAGE);
    }

    @Test
    void whoseSchemaMovesFromUnderARequestIsToldToComeBack() {
      MadeTenant tenant = STAGE.tenants().next();
      ApiClient owner = STAGE.user(tenant, "owner");
      owner.get("/members").expect(200);
      String schema = tenant.schema().quoted();

      STAGE.tenants().run("ALTER SCHEMA %s RENAME TO elsewhere".formatted(schema));
      owner.get("/requirements").expectProblem(503, "not-ready", "moving");
      owner.post("/requirements", Map.of("title", "a")).expect(503);
      STAGE.tenants().run("ALTER SCHEMA elsewhere RENAME TO " + schema);
      owner.get("/requirements").expect(200);
    }
  }
}
