package workshop.requirementsdatabasepertenant;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import workshop.requirements.suite.CsvSuite;
import workshop.requirements.suite.DocumentSuite;
import workshop.requirements.suite.GateSuite;
import workshop.requirements.suite.GroupsSuite;
import workshop.requirements.suite.HostileRequestsSuite;
import workshop.requirements.suite.MembersSuite;
import workshop.requirements.suite.NeighboursSuite;
import workshop.requirements.suite.RequirementsSuite;
import workshop.requirements.suite.tenants.ServedTenants;

/**
 * What holds of every module that serves requirements, against this one: with a database for each
 * project.
 */
@Tag("long")
class ContractTest {

  private static final DatabasePerTenantStage STAGE = new DatabasePerTenantStage();

  @RegisterExtension static final ServedTenants served = STAGE.served();

  @AfterAll
  static void nothingIsLeft() throws IOException {
    STAGE.leaveNothing();
  }

  @Nested
  class Requirements extends RequirementsSuite {
    Requirements() {
      super(STAGE);
    }
  }

  @Nested
  class Groups extends GroupsSuite {
    Groups() {
      super(STAGE);
    }
  }

  @Nested
  class Members extends MembersSuite {
    Members() {
      super(STAGE);
    }
  }

  @Nested
  class Csv extends CsvSuite {
    Csv() {
      super(STAGE);
    }
  }

  @Nested
  class Neighbours extends NeighboursSuite {
    Neighbours() {
      super(STAGE);
    }
  }

  @Nested
  class Gate extends GateSuite {
    Gate() {
      super(STAGE);
    }
  }

  @Nested
  class HostileRequests extends HostileRequestsSuite {
    HostileRequests() {
      super(STAGE);
    }
  }

  @Nested
  class Document extends DocumentSuite {
    Document() {
      super(STAGE);
    }
  }
}
