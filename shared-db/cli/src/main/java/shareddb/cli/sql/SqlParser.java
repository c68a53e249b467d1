package shareddb.cli.sql;

import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import shareddb.base.sql.BackslashQuotes;
import shareddb.base.sql.SqlScript;

/** Tells the line editor where a statement ends, and which word is at the cursor. */
final class SqlParser implements Parser {

  private static final String IN_WORDS = "_$.\"\\";

  private BackslashQuotes quotes = BackslashQuotes.STANDARD;

  /** Sets how the session reads backslashes in strings. */
  void use(BackslashQuotes ofSession) {
    quotes = ofSession;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean unfinished =
        !line.isBlank()
            && SqlConsole.withoutBackslash(line).isEmpty()
            && !SqlScript.of(line, quotes).isWhole();
    if (context == ParseContext.ACCEPT_LINE && unfinished) {
      throw new EOFError(-1, -1, "a statement ends with a semicolon");
    }
    int start = cursor;
    while (start > 0 && isOfWord(line.charAt(start - 1))) {
      start--;
    }
    return new AtCursor(line, cursor, line.substring(start, cursor));
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || IN_WORDS.indexOf(c) >= 0;
  }

  /** The word that ends at the cursor, which is all that completion needs. */
  private record AtCursor(String line, int cursor, String word) implements ParsedLine {

    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }
  }
}
