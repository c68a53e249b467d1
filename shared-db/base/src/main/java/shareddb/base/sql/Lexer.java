package shareddb.base.sql;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Reads the tokens of a text one after the other, by the rules of Postgres's own scanner. Blanks
 * are not tokens.
 */
final class Lexer {

  private final String text;
  private BackslashQuotes quotes;
  private int line;
  private int at;
  private boolean closed = true;

  Lexer(String text, int firstLine, BackslashQuotes quotes) {
    this.text = text;
    this.line = firstLine;
    this.quotes = quotes;
    this.at = text.startsWith("\uFEFF") ? 1 : 0; // The byte order mark is skipped.
  }

  /** The next token. Empty at the end of the text. */
  Optional<Token> next() {
    goTo(end(at, Character::isWhitespace));
    if (at == text.length()) {
      return Optional.empty();
    }
    int start = at;
    int startLine = line;
    closed = true;
    Token.Kind kind = kind();
    Token token = new Token(kind, text.substring(start, at), startLine, start);
    line += newlines(start, at);
    return Optional.of(token);
  }

  /** Whether the last token has its closing quote. */
  boolean isClosed() {
    return closed;
  }

  /** Continues at this position, which must not be before the current one. */
  void goTo(int place) {
    line += newlines(at, place);
    at = place;
  }

  /** Changes the meaning of a backslash from here on. */
  void use(BackslashQuotes from) {
    quotes = from;
  }

  BackslashQuotes quotes() {
    return quotes;
  }

  private Token.Kind kind() {
    char c = text.charAt(at);
    if (text.startsWith("--", at)) {
      at = end(at, i -> i != '\n' && i != '\r');
      return Token.Kind.COMMENT;
    } else if (text.startsWith("/*", at)) {
      comment();
      return Token.Kind.COMMENT;
    } else if (c == '\'') {
      quoted(at, c, quotes);
      return Token.Kind.STRING;
    } else if (c == '"') {
      quoted(at, c, BackslashQuotes.STANDARD);
      return Token.Kind.NAME;
    } else if (c == '$') {
      return dollar();
    }
    return startsName(c) ? word() : symbol();
  }

  /**
   * Reads a word, or a string or name with this word as its prefix: {@code E'…'}, {@code U&"…"}.
   */
  private Token.Kind word() {
    int end = end(at, c -> startsName(c) || isDigit(c) || c == '$');
    String word = text.substring(at, end);
    if (word.equalsIgnoreCase("e") && text.startsWith("'", end)) {
      quoted(end, '\'', BackslashQuotes.WITH_BACKSLASHES);
      return Token.Kind.STRING;
    } else if (word.equalsIgnoreCase("u") && text.startsWith("&'", end)) {
      quoted(end + 1, '\'', BackslashQuotes.STANDARD);
      return Token.Kind.STRING;
    } else if (word.equalsIgnoreCase("u") && text.startsWith("&\"", end)) {
      quoted(end + 1, '"', BackslashQuotes.STANDARD);
      return Token.Kind.NAME;
    }
    at = end;
    return Token.Kind.WORD;
  }

  private Token.Kind symbol() {
    at++;
    return Token.Kind.SYMBOL;
  }

  /** Moves behind the closing quote. A doubled quote does not close. */
  private void quoted(int open, char quote, BackslashQuotes rules) {
    int i = open + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && rules == BackslashQuotes.WITH_BACKSLASHES) {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (text.startsWith(String.valueOf(quote), i + 1)) {
        i += 2;
      } else {
        at = i + 1;
        if (rules == BackslashQuotes.WITH_BACKSLASHES) {
          continued(quote, rules);
        }
        return;
      }
    }
    unclosed();
  }

  /**
   * A string may continue on a later line by the same rules, if only blanks are between the two
   * parts.
   */
  private void continued(char quote, BackslashQuotes rules) {
    int next = end(at, Character::isWhitespace);
    if (text.startsWith(String.valueOf(quote), next) && newlines(at, next) > 0) {
      quoted(next, quote, rules);
    }
  }

  /**
   * Reads a string between dollar tags. Otherwise a parameter such as {@code $1}, or the dollar
   * sign alone.
   */
  private Token.Kind dollar() {
    int tagEnd = end(at + 1, c -> startsName(c) || isDigit(c));
    boolean isTag = text.startsWith("$", tagEnd) && !isDigit(text.charAt(at + 1));
    if (!isTag) {
      return symbol();
    }
    String tag = text.substring(at, tagEnd + 1);
    int end = text.indexOf(tag, tagEnd + 1);
    if (end < 0) {
      unclosed();
    } else {
      at = end + tag.length();
    }
    return Token.Kind.STRING;
  }

  /** Reads a comment. Comments may be nested. */
  private void comment() {
    int depth = 0;
    int i = at;
    do {
      if (text.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (text.startsWith("*/", i)) {
        depth--;
        i += 2;
      } else {
        i++;
      }
    } while (depth > 0 && i < text.length());
    at = Math.min(i, text.length());
    closed = depth == 0;
  }

  private void unclosed() {
    at = text.length();
    closed = false;
  }

  /** The position after the last character that matches. */
  private int end(int from, IntPredicate belongs) {
    int i = from;
    while (i < text.length() && belongs.test(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int newlines(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += text.charAt(i) == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Postgres treats every character beyond ASCII as a letter. */
  private static boolean startsName(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
