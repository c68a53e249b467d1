package shareddb.schema;

import shareddb.testing.ArchitectureRules;

final class SchemaArchitectureTest extends ArchitectureRules {

  SchemaArchitectureTest() {
    super("schema");
  }
}
