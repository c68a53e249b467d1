package shareddb.learn;

import shareddb.testing.ArchitectureRules;

final class LearnArchitectureTest extends ArchitectureRules {

  LearnArchitectureTest() {
    super("learn");
  }
}
