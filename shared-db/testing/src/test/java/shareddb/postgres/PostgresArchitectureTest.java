package shareddb.postgres;

import shareddb.testing.ArchitectureRules;

final class PostgresArchitectureTest extends ArchitectureRules {

  PostgresArchitectureTest() {
    super("postgres");
  }
}
