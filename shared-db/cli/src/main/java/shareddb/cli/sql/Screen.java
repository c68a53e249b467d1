package shareddb.cli.sql;

import java.io.PrintStream;

/**
 * Where results are shown.
 *
 * @param width how many characters a line has; 0 where nothing is cut
 */
public record Screen(PrintStream out, int width, boolean colours, boolean unicode) {

  String faint(String text) {
    return colours ? "\u001B[2m" + text + "\u001B[0m" : text;
  }

  String strong(String text) {
    return colours ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  /** The sign that something was cut off. */
  String more() {
    return unicode ? "…" : "~";
  }
}
