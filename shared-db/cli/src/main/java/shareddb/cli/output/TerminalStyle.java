package shareddb.cli.output;

import java.util.concurrent.ThreadLocalRandom;
import shareddb.base.names.PrintableText;

/**
 * The styles of the tool's own text. Between here and the terminal a style is a pair of marks,
 * which no text from elsewhere can hold; {@link #shown} turns them into the terminal's own
 * sequences, and spells out every other character that would steer it.
 */
public enum TerminalStyle {
  GOOD(0, "32"),
  BAD(1, "31"),
  FAINT(2, "2"),
  STRONG(3, "1");

  private static final TerminalStyle[] ALL = values();

  /** Private-use characters, others in each process, so that no row can be made to hold them. */
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

  /** The text as a terminal may get it. */
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

  /** The text of one cell of a table: on one line. */
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

  /** How many places of a line it takes. */
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
