package shareddb.verify;

import shareddb.testing.ArchitectureRules;

final class VerifyArchitectureTest extends ArchitectureRules {

  VerifyArchitectureTest() {
    super("verify");
  }
}
