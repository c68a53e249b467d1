package workshop.requirementsdatabasepertenant;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import workshop.requirements.suite.tenants.AdministrationSuite;
import workshop.requirements.suite.tenants.ForeignTenantSuite;
import workshop.requirements.suite.tenants.ServedTenants;
import workshop.requirements.suite.tenants.TenantFoundSuite;

/** What holds of every module whose projects are tenants, against this one. */
class TenantsTest {

  private static final DatabasePerTenantStage STAGE = new DatabasePerTenantStage();

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
  }
}
