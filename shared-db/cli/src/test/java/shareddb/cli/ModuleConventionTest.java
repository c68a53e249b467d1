package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shareddb.base.track.Workshop;
import shareddb.testing.TestDatabase;
import shareddb.verify.convention.Convention;

/** The modules of this checkout keep the convention. */
class ModuleConventionTest {

  @Test
  void everyModuleKeepsIt() {
    Workshop workshop = Workshop.at(TestDatabase.checkout());
    assertThat(workshop.modules())
        .isNotEmpty()
        .allSatisfy(module -> assertThat(Convention.breaches(workshop.root(), module)).isEmpty());
  }
}
