package shareddb.cli;

import shareddb.testing.ArchitectureRules;

final class CliArchitectureTest extends ArchitectureRules {

  CliArchitectureTest() {
    super("cli");
  }
}
