package shareddb.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Wraps a line at its words, as a terminal would break it inside of one. */
public final class WrappedLine {

  private WrappedLine() {}

  /**
   * The lines of at most so many columns; a longer word keeps a line of its own.
   *
   * @param columns 0 if the width of the terminal is not known: then nothing is wrapped
   * @param indent the blanks that each further line begins with
   */
  public static List<String> of(String line, int columns, int indent) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    int end = columns <= indent ? -1 : end(rest, columns, 0);
    while (end > 0) {
      lines.add(rest.substring(0, end).stripTrailing());
      rest = " ".repeat(indent) + rest.substring(end).strip();
      end = end(rest, columns, indent);
    }
    lines.add(rest);
    return List.copyOf(lines);
  }

  /** The last blank up to which the line fits, or else the first one behind; -1 if it fits. */
  private static int end(String line, int columns, int begin) {
    if (TerminalStyle.width(line) <= columns) {
      return -1;
    }
    int found = -1;
    for (int at = line.indexOf(' ', firstWord(line, begin));
        at >= 0;
        at = line.indexOf(' ', at + 1)) {
      if (found >= 0 && TerminalStyle.width(line.substring(0, at)) > columns) {
        return found;
      }
      found = at;
    }
    return found;
  }

  private static int firstWord(String line, int begin) {
    int at = begin;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
