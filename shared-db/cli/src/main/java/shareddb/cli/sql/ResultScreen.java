package shareddb.cli.sql;

import java.io.PrintStream;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TerminalStyle;
import shareddb.cli.output.TerminalWidth;

/**
 * The output for results. Control characters in a row cannot reach a terminal. Data for another
 * program is written to a pipe unchanged.
 */
public final class ResultScreen {

  private final PrintStream out;
  private final boolean watched;
  private final int width;
  private final boolean colours;
  private final boolean unicode;

  /**
   * Creates the output.
   *
   * @param watched whether the output is a terminal
   * @param width the characters of a line, or 0 if no line is cut
   */
  public ResultScreen(
      PrintStream out, boolean watched, int width, boolean colours, boolean unicode) {
    this.out = out;
    this.watched = watched;
    this.width = width;
    this.colours = colours;
    this.unicode = unicode;
  }

  public static ResultScreen of(PrintStream out, Terminal terminal) {
    return new ResultScreen(
        out,
        terminal.isWatched(),
        terminal.isWatched() ? TerminalWidth.get() : 0,
        terminal.showsColours(),
        terminal.showsUnicode());
  }

  void line(String text) {
    text(text + System.lineSeparator());
  }

  public void text(String text) {
    out.print(TerminalStyle.shown(text));
  }

  /** Writes data for another program. Into a pipe every character is written unchanged. */
  void data(String text) {
    out.print(watched ? TerminalStyle.shown(text) : text);
  }

  public void flush() {
    out.flush();
  }

  int width() {
    return width;
  }

  public boolean unicode() {
    return unicode;
  }

  String faint(String text) {
    return colours ? TerminalStyle.FAINT.of(text) : text;
  }

  String strong(String text) {
    return colours ? TerminalStyle.STRONG.of(text) : text;
  }

  /** The sign for text that was cut off. */
  String more() {
    return unicode ? "…" : "~";
  }
}
