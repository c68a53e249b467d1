package workshop.userauthtodo.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an email, and how it is written. */
class EmailTest {

  @ParameterizedTest
  @CsvSource({
    "ada@example.org, ada@example.org",
    "' Ada@EXAMPLE.org ', Ada@example.org",
    "a.b+c_d@sub.example.org, a.b+c_d@sub.example.org",
    "o'hara@example.org, o'hara@example.org",
    "ada@bücher.example, ada@xn--bcher-kva.example",
    "ada@BÜCHER.example, ada@xn--bcher-kva.example",
    "a@example.xn--p1ai, a@example.xn--p1ai"
  })
  void inOneSpelling(String typed, String email) {
    assertThat(Email.parse(typed)).map(Email::value).contains(email);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ada",
        "ada@",
        "@example.org",
        "ada@example",
        "ada@example.1",
        "ada@127.0.0.1",
        "a b@example.org",
        "ada@exa mple.org",
        "ada@@example.org",
        "ada@b@example.org",
        ".ada@example.org",
        "ada.@example.org",
        "a..b@example.org",
        "ada@-x.org",
        "ada@x-.org",
        "ada@.org",
        "ada@example.org.",
        "аda@example.org",
        "ada\u200b@example.org",
        "ada\r\nBcc: x@example.org",
        "\"ada\"@example.org",
        "<ada@example.org>",
        "ada@exam_ple.org"
      })
  void whatIsNone(String typed) {
    assertThat(Email.parse(typed)).isEmpty();
  }

  @Test
  void noneIsTooLong() {
    String domain = ("x".repeat(60) + ".").repeat(3) + "org";
    assertThat(Email.parse("a".repeat(64) + "@example.org")).isPresent();
    assertThat(Email.parse("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(Email.parse("a".repeat(64) + "@" + domain)).isPresent();
    assertThat(Email.parse("a".repeat(64) + "@xx." + domain)).isPresent();
    assertThat(Email.parse("a".repeat(64) + "@xxx." + domain)).isEmpty();
    assertThat(Email.parse("a@" + "x".repeat(64) + ".org")).isEmpty();
    assertThat(Email.parse("a@" + "ü".repeat(5000) + ".org")).isEmpty();
  }
}
