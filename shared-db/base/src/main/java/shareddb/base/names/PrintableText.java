package shareddb.base.names;

import java.util.Locale;

/** Makes any text safe to print on a terminal: control characters are replaced by escapes. */
public final class PrintableText {

  /** Longer than any valid name. */
  private static final int LONGEST = 80;

  private PrintableText() {}

  /** The text on one line, shortened if it is longer than any valid name. */
  public static String of(String text) {
    StringBuilder legible = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(legible, c));
    return text.codePointCount(0, text.length()) > LONGEST
        ? legible.append('…').toString()
        : legible.toString();
  }

  /**
   * Whether a terminal would act on this character instead of showing it: a control character, or a
   * character that changes the text's direction or ends its line. Line feed and tab count too.
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

  /** The escape that Java and JSON use: a backslash, u and four hexadecimal digits. */
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
