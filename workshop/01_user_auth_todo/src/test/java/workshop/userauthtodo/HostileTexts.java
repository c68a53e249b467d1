package workshop.userauthtodo;

import java.util.List;

/** Texts that some program or other has stumbled over. */
final class HostileTexts {

  static final List<String> VALUES =
      List.of(
          "",
          " ",
          "1",
          "0",
          "-1",
          "9223372036854775808",
          "1e400",
          "null",
          "true",
          "\u0000",
          "\ud800",
          "\udfff\ud800",
          "😀",
          "\u202e\u200b",
          "ﬃ",
          "İ",
          "ß",
          "../../etc/passwd",
          "%2e%2e%2f",
          "%00",
          "%",
          "%zz",
          "%c0%af",
          "' OR '1'='1",
          "'; DROP TABLE users; --",
          "$1",
          "${jndi:ldap://x}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "\r\nSet-Cookie: a=b",
          "\\",
          "\"",
          "a@b.example",
          "A@B.EXAMPLE",
          "fuzz@example.org",
          "a@" + "b.".repeat(90) + "c",
          "x".repeat(300),
          "ü".repeat(200),
          "[]",
          "{}",
          Hostile.OWN_PASSWORD,
          "password1234");

  static final List<String> NAMES =
      List.of(
          "email",
          "password",
          "cookie",
          "device",
          "title",
          "description",
          "is_completed",
          "current_password",
          "new_password",
          "id",
          "user_id",
          "__proto__",
          "class",
          "@type");

  private HostileTexts() {}
}
