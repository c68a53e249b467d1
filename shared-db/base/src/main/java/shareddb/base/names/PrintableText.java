package shareddb.base.names;

import java.util.Locale;

/** Text from anywhere, made harmless to a terminal: what would steer it is spelled out. */
public final class PrintableText {

  /** Any valid name is shorter. */
  private static final int LONGEST = 80;

  private PrintableText() {}

  /** On one line, and cut where it is longer than any valid name. */
  public static String of(String text) {
    StringBuilder legible = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(legible, c));
    return text.codePointCount(0, text.length()) > LONGEST
        ? legible.append('…').toString()
        : legible.toString();
  }

  /**
   * Whether a terminal would obey this character instead of showing it: control characters of both
   * sets, and those that turn the direction of the text or end its line. Line feed and tab count.
   */
  public static boolean isSteering(int c) {
    return c < ' '
        || (c >= 0x7F && c < 0xA0)
        || c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** As Java and JSON write it: a backslash, u and its number in four digits. */
  public static String spelledOut(int c) {
    return String.format(Locale.ROOT, "\\u%04x", c);
  }

  private static void append(StringBuilder legible, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          legible.append(spelledOut(c));
      default -> legible.appendCodePoint(c);
    }
  }
}
