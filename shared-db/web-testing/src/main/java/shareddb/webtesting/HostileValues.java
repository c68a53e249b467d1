package shareddb.webtesting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that break programs: every kind of blank, every type, every extreme. */
final class HostileValues {

  /** Unicode's white space, what looks like it, and Java's own idea of it. */
  private static final List<String> BLANKS =
      Stream.concat(
              Stream.of("", " ", "\t", "\n", "\r", "\u000b", "\f", "\u001c", "\u200b", "\ufeff"),
              IntStream.concat(
                      IntStream.of(0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000),
                      IntStream.rangeClosed(0x2000, 0x200a))
                  .mapToObj(Character::toString))
          .toList();

  private static final List<String> TEXTS =
      List.of(
          "'",
          "\"; DROP TABLE todos; --",
          "%",
          "_",
          "\\",
          "$1",
          "<script>alert(1)</script>",
          "{{7*7}}",
          "${jndi:ldap://x}",
          "../../etc/passwd",
          "a\u0000b",
          "\u202egnp.exe",
          "\ud83d\ude00",
          "e\u0301",
          "\u0130",
          "null",
          "undefined",
          "NaN",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "99999999999999999999",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "2147483648",
          "2026-02-30",
          "0000-00-00",
          "9999-12-31",
          "+999999999-12-31",
          "-999999999-01-01",
          "294277-01-01T00:00:00Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z",
          "00000000-0000-0000-0000-000000000000",
          "a".repeat(300),
          "\ud83d\ude00".repeat(300));

  private HostileValues() {}

  /** As a parameter in a URL has them. */
  static List<String> texts() {
    List<String> all = new ArrayList<>(BLANKS);
    all.addAll(TEXTS);
    return all;
  }

  /** As JSON: all the texts, a half surrogate pair, and every other type. */
  static List<String> json() {
    List<String> all = new ArrayList<>(texts().stream().map(HostileValues::quoted).toList());
    all.addAll(
        List.of(
            "\"\\ud800\"",
            quoted("a".repeat(20_000)),
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1",
            "1.5",
            "1e400",
            "9223372036854775808",
            "[]",
            "[null]",
            "[[[[[[]]]]]]",
            "{}",
            "{\"a\": 1}"));
    return all;
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < 0x20 || c == '"' || c == '\\') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
