package shareddb.base;

import shareddb.testing.ArchitectureRules;

final class BaseArchitectureTest extends ArchitectureRules {

  BaseArchitectureTest() {
    super("base");
  }
}
