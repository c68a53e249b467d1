package shareddb.base.sql;

import java.util.Optional;

/**
 * The data of {@code COPY … FROM STDIN}. It begins on the line after the semicolon, and ends with a
 * line of a backslash and a full stop.
 *
 * @param end the position after that last line
 */
record CopyData(String lines, int end, Optional<UnreadableSql> flaw) {

  private static final String LAST = "\\.";

  static CopyData behind(String text, Token semicolon) {
    int start = lineEnd(text, semicolon.end());
    String behind = text.substring(semicolon.end(), start).strip();
    if (!behind.isEmpty() && !behind.startsWith("--")) {
      return broken(text, semicolon, "text behind COPY … FROM STDIN; on the same line");
    }
    for (int at = start; at < text.length(); at = lineEnd(text, at)) {
      int end = lineEnd(text, at);
      if (text.substring(at, end).strip().equals(LAST)) {
        return new CopyData(text.substring(start, at), end, Optional.empty());
      }
    }
    return broken(
        text, semicolon, "COPY … FROM STDIN whose data does not end with a line of  " + LAST);
  }

  private static CopyData broken(String text, Token semicolon, String what) {
    return new CopyData("", text.length(), Optional.of(new UnreadableSql(semicolon.line(), what)));
  }

  /** The position after the line's end. */
  private static int lineEnd(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline + 1;
  }
}
