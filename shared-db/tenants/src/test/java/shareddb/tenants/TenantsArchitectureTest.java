package shareddb.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.testing.ArchitectureRules;

@Tag("no-server")
final class TenantsArchitectureTest {

  private final ArchitectureRules rules = ArchitectureRules.of("tenants");

  @Test
  void packagesHaveNoCycles() {
    rules.packagesHaveNoCycles();
  }

  @Test
  void internalsOfOtherModulesAreNotUsed() {
    rules.internalsOfOthersAreNotUsed();
  }

  @Test
  void noPackageHasMoreThan25Files() {
    assertThat(rules.largePackages()).isEmpty();
  }
}
