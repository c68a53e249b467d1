package shareddb.cli.sql;

import org.jspecify.annotations.Nullable;
import shareddb.cli.output.Style;

/** A value as a terminal shows it: on one line, and without anything that would command it. */
record Cell(String text, boolean isNull) {

  static Cell of(@Nullable String value, Screen screen) {
    return value == null
        ? new Cell("NULL", true)
        : new Cell(Style.cell(value.replace("\n", end(screen)).replace('\t', ' ')), false);
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

  private static String end(Screen screen) {
    return screen.unicode() ? "↵" : "\\n";
  }
}
