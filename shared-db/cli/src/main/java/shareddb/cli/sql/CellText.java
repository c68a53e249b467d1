package shareddb.cli.sql;

import org.jspecify.annotations.Nullable;
import shareddb.cli.output.TerminalStyle;

/** A value for the terminal: on one line, and without control characters. */
record CellText(String text, boolean isNull) {

  static CellText of(@Nullable String value, ResultScreen screen) {
    return value == null
        ? new CellText("NULL", true)
        : new CellText(
            TerminalStyle.cell(value.replace("\n", end(screen)).replace('\t', ' ')), false);
  }

  /** The width in characters. It assumes that each character takes one column. */
  int width() {
    return text.codePointCount(0, text.length());
  }

  /** Returns the text cut or padded to this width. */
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
