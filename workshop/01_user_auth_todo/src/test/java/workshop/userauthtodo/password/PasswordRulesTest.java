package workshop.userauthtodo.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of common passwords, and what it refuses. */
class PasswordRulesTest {

  @Test
  void threeThousandCommonPasswordsAreRefused() throws IOException {
    List<String> common = common();

    assertThat(common)
        .hasSizeGreaterThanOrEqualTo(3_000)
        .doesNotHaveDuplicates()
        .isSorted()
        .allSatisfy(
            password -> {
              assertThat(password.length()).as(password).isGreaterThanOrEqualTo(12);
              assertThat(PasswordRules.fault(password, "ada@example.org")).isPresent();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password1234", "QWERTYUIOPASDF", "iloveyou12345", "letmein123456", "Welcome12345!",
        "Summer2024!!", "footballfootball", "1q2w3e4r5t6y", "administrator1", "qwerty123456"
      })
  void thePatternsThatPeopleFallBackOn(String password) {
    assertThat(PasswordRules.fault(password, "ada@example.org")).isPresent();
  }

  @Test
  void anUncommonOneIsGoodEnough() {
    assertThat(PasswordRules.fault("a long walk in the rain", "ada@example.org")).isEmpty();
    assertThat(PasswordRules.fault("Ada@Example.org", "ada@example.org")).isPresent();
    assertThat(PasswordRules.fault("ada.lovelace", "ada.lovelace@example.org")).isPresent();
  }

  private static List<String> common() throws IOException {
    try (var stream = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      return new String(stream.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
