package shareddb.cli.sql;

import org.jspecify.annotations.Nullable;
import shareddb.cli.output.TerminalStyle;

/** A value as a terminal shows it: on one line, and without anything that would command it. */
record CellText(String text, boolean isNull) {

  static CellText of(@Nullable String value, ResultScreen screen) {
    return value == null
        ? new CellText("NULL", true)
        : new CellText(
            TerminalStyle.cell(value.replace("\n", end(screen)).replace('\t', ' ')), false);
  }

  /** In characters, as far as each takes one place. */
  int width() {
    return text.codePointCount(0, text.length());
  }

  /** Cut where it is too long, filled up where it is too short. */
  String in(int width, boolean right, ResultScreen screen) {
    String shown = text;
    if (width() > width) {
      shown = text.substring(0, text.offsetByCodePoints(0, width - 1)) + screen.more();
    }
    String blanks = " ".repeat(Math.max(0, width - width()));
    String styled = isNull ? screen.faint(shown) : shown;
    return right ? blanks + styled : styled + blanks;
  }

  private static String end(ResultScreen screen) {
    return screen.unicode() ? "↵" : "\\n";
  }
}
