package shareddb.migrate;

import shareddb.testing.ArchitectureRules;

final class MigrateArchitectureTest extends ArchitectureRules {

  MigrateArchitectureTest() {
    super("migrate");
  }
}
