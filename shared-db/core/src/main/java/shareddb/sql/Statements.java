package shareddb.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut where its statements end: at each semicolon that is not inside of a string, a quoted
 * name, a dollar-quoted body or a comment.
 *
 * @param complete those that end with a semicolon, without it
 * @param rest what comes behind the last one; more may follow
 */
public record Statements(List<String> complete, String rest) {

  public static Statements of(String text) {
    List<String> complete = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ';') {
        add(complete, text.substring(start, at));
        start = ++at;
      } else {
        at = Lexeme.end(text, at);
      }
    }
    return new Statements(List.copyOf(complete), text.substring(start));
  }

  /** Every statement, whether or not the last one ends with a semicolon. */
  public static List<String> all(String text) {
    Statements cut = of(text);
    List<String> all = new ArrayList<>(cut.complete());
    add(all, cut.rest());
    return all;
  }

  /** Whether nothing but blanks and whole comments is left. */
  public boolean isWhole() {
    return isEmpty(rest);
  }

  private static void add(List<String> statements, String statement) {
    if (!isEmpty(statement)) {
      statements.add(statement.strip());
    }
  }

  private static boolean isEmpty(String statement) {
    int at = 0;
    while (at < statement.length()) {
      boolean comment = statement.startsWith("--", at) || statement.startsWith("/*", at);
      if (!comment && !Character.isWhitespace(statement.charAt(at))) {
        return false;
      }
      int end = Lexeme.end(statement, at);
      if (comment
          && statement.startsWith("/*", at)
          && !statement.substring(0, end).endsWith("*/")) {
        return false;
      }
      at = end;
    }
    return true;
  }
}
