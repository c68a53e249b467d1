package shareddb.names;

import java.util.Locale;

/** A text of anybody's making, as it may stand in a message: short, and harmless to a terminal. */
public final class Legible {

  /** Any name that is right is shorter. */
  private static final int LONGEST = 80;

  private Legible() {}

  /** What steers a terminal is spelled out, and what is too long is cut. */
  public static String of(String text) {
    StringBuilder legible = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(legible, c));
    return text.codePointCount(0, text.length()) > LONGEST
        ? legible.append('…').toString()
        : legible.toString();
  }

  private static void append(StringBuilder legible, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          legible.append(String.format(Locale.ROOT, "\\u%04x", c));
      default -> legible.appendCodePoint(c);
    }
  }
}
