package shareddb.diagram;

import shareddb.testing.ArchitectureRules;

final class DiagramArchitectureTest extends ArchitectureRules {

  DiagramArchitectureTest() {
    super("diagram");
  }
}
