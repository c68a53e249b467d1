package shareddb.base.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-server")
final class NamesTest {

  private static final String LONGEST = "x".repeat(63);

  @ParameterizedTest
  @ValueSource(strings = {"dev", "tenant-1", "00_x", "Ä \"ö\"", "sel;ect'--", " ", "Public", "a.b"})
  void anyNameThatPostgresHoldsIsAccepted(String name) {
    assertThat(new SchemaName(name).value()).isEqualTo(name);
  }

  @Test
  void theLimitIsCountedInBytes() {
    assertThat(new SchemaName(LONGEST).value()).isEqualTo(LONGEST);
    assertThatThrownBy(() -> new SchemaName(LONGEST + "x"))
        .isInstanceOf(InvalidName.class)
        .hasMessageContaining("64 bytes");
    assertThatThrownBy(() -> new SchemaName("ä".repeat(32)))
        .isInstanceOf(InvalidName.class)
        .hasMessageContaining("64 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "public, a schema of its own",
    "information_schema, a schema of its own",
    "pg_x, belong to Postgres",
    "PG_X, belong to Postgres"
  })
  void whatIsNotOursIsRefusedWithItsReason(String name, String reason) {
    assertThatThrownBy(() -> new SchemaName(name))
        .isInstanceOf(InvalidName.class)
        .hasMessageContaining(reason);
  }

  @Test
  void whatPostgresCannotHoldIsRefused() {
    assertThatThrownBy(() -> new SchemaName("a\0b")).hasMessageContaining("NUL");
    assertThatThrownBy(() -> new SchemaName("a\uD800b")).hasMessageContaining("Unicode");
  }

  @Test
  void quotesInsideAreDoubled() {
    assertThat(new SchemaName("a\"b").quoted("t\"")).isEqualTo("\"a\"\"b\".\"t\"\"\"");
  }

  @Test
  void theRoleIsNamedAfterItsSchemaAndNeverSharedByTwo() {
    assertThat(RoleName.apiOf(new SchemaName("dev")).value()).isEqualTo("dev_api");
    RoleName one = RoleName.apiOf(new SchemaName("ö".repeat(31) + "a"));
    RoleName other = RoleName.apiOf(new SchemaName("ö".repeat(31) + "b"));
    assertThat(one).isNotEqualTo(other);
    assertThat(one.value()).endsWith("_api").startsWith("öööö");
  }

  @ParameterizedTest
  @ValueSource(strings = {"personal_todo", "0_x", "00-x", "00_X", "000_x", "00_", "00"})
  void aModuleIsTwoDigitsAndWords(String folder) {
    assertThat(ModuleName.isOne(folder)).isFalse();
    assertThatThrownBy(() -> new ModuleName(folder)).hasMessageContaining("00_personal_todo");
  }
}
