package shareddb.cli.output;

import java.util.concurrent.ThreadLocalRandom;
import shareddb.base.names.PrintableText;

/**
 * The styles of the tool's own text. Inside the tool a style is a pair of mark characters, which no
 * text from outside can contain. {@link #shown} replaces the marks by the terminal's escape
 * sequences, and makes all other control characters visible.
 */
public enum TerminalStyle {
  GOOD(0, "32"),
  BAD(1, "31"),
  FAINT(2, "2"),
  STRONG(3, "1");

  private static final TerminalStyle[] ALL = values();

  /**
   * The first mark: a private-use character, chosen at random in each process, so that no row can
   * contain it on purpose.
   */
  private static final int FIRST_MARK = 0x100000 + ThreadLocalRandom.current().nextInt(0xFF00);

  private static final int END_MARK = FIRST_MARK + ALL.length;

  private static final String END = "\u001B[0m";

  private final int place;
  private final String code;

  TerminalStyle(int place, String number) {
    this.place = place;
    this.code = "\u001B[" + number + "m";
  }

  public String of(String text) {
    return Character.toString(FIRST_MARK + place) + text + Character.toString(END_MARK);
  }

  /** Returns the text as it may be written to a terminal. */
  public static String shown(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isMark(c)) {
        shown.append(c == END_MARK ? END : ALL[c - FIRST_MARK].code);
      } else if (isAllowed(c, i < text.length() ? text.charAt(i) : 0)) {
        shown.appendCodePoint(c);
      } else {
        shown.append(PrintableText.spelledOut(c));
      }
    }
    return shown.toString();
  }

  /** Returns the text of a table's cell, on one line. */
  public static String cell(String text) {
    if (isPlain(text) && text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder cell = new StringBuilder(text.length() + 32);
    text.codePoints()
        .forEach(
            c -> {
              if (PrintableText.isSteering(c)) {
                cell.append(PrintableText.spelledOut(c));
              } else {
                cell.appendCodePoint(c);
              }
            });
    return cell.toString();
  }

  /** Returns how many columns of a line the text takes. */
  public static int width(String text) {
    return (int) text.codePoints().filter(c -> !isMark(c)).count();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n') || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(int c) {
    return c >= FIRST_MARK && c <= END_MARK;
  }

  private static boolean isAllowed(int c, int next) {
    return !PrintableText.isSteering(c) || c == '\n' || c == '\t' || (c == '\r' && next == '\n');
  }
}
