package shareddb.base.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-server")
final class VersionTest {

  @Test
  void versionsAreComparedAsNumbers() {
    assertThat(Version.parse("2")).isLessThan(Version.parse("10"));
    assertThat(Version.parse("2")).isLessThan(Version.parse("2.1"));
    assertThat(Version.parse("20261121093000")).isGreaterThan(Version.parse("4"));
    assertThat(Version.NONE).isLessThan(Version.parse("0.1"));
  }

  @Test
  void writtenInDifferentWaysTheyAreTheSame() {
    assertThat(Version.parse("1.0")).isEqualTo(Version.parse("1"));
    assertThat(Version.parse("01_2")).isEqualTo(Version.parse("1.2")).hasToString("1.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.", ".1", "1..2", "-1", "1 "})
  void whatIsNoVersionIsRefused(String text) {
    assertThatThrownBy(() -> Version.parse(text)).hasMessageContaining("is not a version");
  }
}
