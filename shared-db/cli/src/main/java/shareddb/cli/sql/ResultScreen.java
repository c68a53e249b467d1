package shareddb.cli.sql;

import java.io.PrintStream;
import shareddb.cli.output.TerminalStyle;

/**
 * Where results are shown. Nothing that is in a row steers the terminal; what is for another
 * program stays as it is, in a pipe.
 */
public final class ResultScreen {

  private final PrintStream out;
  private final boolean watched;
  private final int width;
  private final boolean colours;
  private final boolean unicode;

  /**
   * A new one.
   *
   * @param watched whether it is a terminal
   * @param width how many characters a line has; 0 where nothing is cut
   */
  public ResultScreen(
      PrintStream out, boolean watched, int width, boolean colours, boolean unicode) {
    this.out = out;
    this.watched = watched;
    this.width = width;
    this.colours = colours;
    this.unicode = unicode;
  }

  void line(String text) {
    text(text + System.lineSeparator());
  }

  void text(String text) {
    out.print(TerminalStyle.shown(text));
  }

  /** For another program, which gets every character. */
  void data(String text) {
    out.print(watched ? TerminalStyle.shown(text) : text);
  }

  void flush() {
    out.flush();
  }

  int width() {
    return width;
  }

  boolean unicode() {
    return unicode;
  }

  String faint(String text) {
    return colours ? TerminalStyle.FAINT.of(text) : text;
  }

  String strong(String text) {
    return colours ? TerminalStyle.STRONG.of(text) : text;
  }

  /** The sign that something was cut off. */
  String more() {
    return unicode ? "…" : "~";
  }
}
