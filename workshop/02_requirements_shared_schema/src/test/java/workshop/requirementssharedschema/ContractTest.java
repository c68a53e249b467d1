package workshop.requirementssharedschema;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.ServedModule;
import workshop.requirements.suite.CsvLimitsSuite;
import workshop.requirements.suite.CsvSuite;
import workshop.requirements.suite.DocumentSuite;
import workshop.requirements.suite.GateSuite;
import workshop.requirements.suite.GroupsSuite;
import workshop.requirements.suite.MembersSuite;
import workshop.requirements.suite.NeighboursSuite;
import workshop.requirements.suite.RequirementsSuite;

/** What holds of every module that serves requirements, against this one: over one database. */
class ContractTest {

  private static final SharedSchemaStage STAGE = new SharedSchemaStage();

  @RegisterExtension static final ServedModule module = STAGE.module();

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
  class CsvLimits extends CsvLimitsSuite {
    CsvLimits() {
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
  class Document extends DocumentSuite {
    Document() {
      super(STAGE);
    }
  }
}
