package shareddb.cli.sql;

import org.jspecify.annotations.Nullable;

/** A value as a terminal shows it: on one line, and without anything that would command it. */
record Cell(String text, boolean isNull) {

  static Cell of(@Nullable String value, Screen screen) {
    return value == null ? new Cell("NULL", true) : new Cell(harmless(value, screen), false);
  }

  /** In characters, as far as each takes one place. */
  int width() {
    return text.codePointCount(0, text.length());
  }

  /** Cut where it is too long, filled up where it is too short. */
  String in(int width, boolean right, Screen screen) {
    String shown = text;
    if (width() > width) {
      shown = text.substring(0, text.offsetByCodePoints(0, width - 1)) + screen.more();
    }
    String blanks = " ".repeat(Math.max(0, width - width()));
    String styled = isNull ? screen.faint(shown) : shown;
    return right ? blanks + styled : styled + blanks;
  }

  private static String harmless(String value, Screen screen) {
    StringBuilder text = new StringBuilder(value.length());
    value.chars().forEach(c -> append(text, (char) c, screen));
    return text.toString();
  }

  private static void append(StringBuilder text, char c, Screen screen) {
    if (c == '\n') {
      text.append(screen.unicode() ? "↵" : "\\n");
    } else if (c == '\t') {
      text.append(' ');
    } else if (Character.isISOControl(c)) {
      text.append(String.format("\\x%02x", (int) c));
    } else {
      text.append(c);
    }
  }
}
