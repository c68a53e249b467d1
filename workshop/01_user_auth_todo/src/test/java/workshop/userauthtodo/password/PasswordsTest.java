package workshop.userauthtodo.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How passwords are hashed. */
class PasswordsTest {

  private final Passwords passwords = new Passwords(new HashingCost(64, 1, 1));

  @Test
  void theParametersAreThoseThatOwaspAsksFor() {
    assertThat(HashingCost.STANDARD).isEqualTo(new HashingCost(19_456, 2, 1));
    assertThat(new Passwords(HashingCost.STANDARD).hash("a"))
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void theSamePasswordHasAnotherHashEachTime() {
    String hash = passwords.hash("open sesame open");

    assertThat(passwords.hash("open sesame open")).isNotEqualTo(hash);
    assertThat(passwords.match("open sesame open", Optional.of(hash))).isTrue();
    assertThat(passwords.match("open sesame opem", Optional.of(hash))).isFalse();
    assertThat(passwords.match("open sesame open", Optional.empty())).isFalse();
  }

  @Test
  void aPasswordIsTheSameHoweverItsLettersAreComposed() {
    String hash = passwords.hash("Gr\u00fc\u00dfe aus K\u00f6ln");

    assertThat(passwords.match("Gru\u0308\u00dfe aus Ko\u0308ln", Optional.of(hash))).isTrue();
  }

  @Test
  void onlyWhatWasMadeForLessIsOutdated() {
    String hash = passwords.hash("x");

    assertThat(passwords.isOutdated(hash)).isFalse();
    assertThat(new Passwords(new HashingCost(128, 1, 1)).isOutdated(hash)).isTrue();
    assertThat(new Passwords(new HashingCost(64, 2, 1)).isOutdated(hash)).isTrue();
    assertThat(new Passwords(new HashingCost(32, 1, 1)).isOutdated(hash)).isFalse();
  }
}
