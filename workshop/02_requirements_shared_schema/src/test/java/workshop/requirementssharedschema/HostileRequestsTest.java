package workshop.requirementssharedschema;

import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.ServedModule;
import workshop.requirements.suite.HostileRequestsSuite;

/** Hostile requests to this module, in a project of the person who sends them. */
class HostileRequestsTest extends HostileRequestsSuite {

  private static final SharedSchemaStage STAGE = new SharedSchemaStage();

  @RegisterExtension static final ServedModule module = STAGE.module();

  HostileRequestsTest() {
    super(STAGE);
  }
}
