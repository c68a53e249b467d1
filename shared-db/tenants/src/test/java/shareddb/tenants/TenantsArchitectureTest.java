package shareddb.tenants;

import shareddb.testing.ArchitectureRules;

final class TenantsArchitectureTest extends ArchitectureRules {

  TenantsArchitectureTest() {
    super("tenants");
  }
}
