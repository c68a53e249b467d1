package shareddb.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.testing.ArchitectureRules;

@Tag("no-server")
final class SchemaArchitectureTest {

  private final ArchitectureRules rules = ArchitectureRules.of("schema");

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
