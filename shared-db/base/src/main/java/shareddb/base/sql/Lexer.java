package shareddb.base.sql;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Reads the tokens of a text one after the other, by the rules of the scanner of Postgres. Blanks
 * are no tokens.
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
    this.at = text.startsWith("\uFEFF") ? 1 : 0; // A byte order mark is no part of the text.
  }

  /** The next token; nothing at the end of the text. */
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

  /** Whether the token that was read last has its closing quotes. */
  boolean isClosed() {
    return closed;
  }

  /** Goes on at this place, which must not be before what was read. */
  void goTo(int place) {
    line += newlines(at, place);
    at = place;
  }

  /** From here on, what a backslash means between single quotes. */
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

  /** A word; or the string or the name whose prefix it is: {@code E'…'}, {@code U&"…"}. */
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

  /** Goes behind the closing quote; a doubled quote closes nothing. */
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

  /** A string goes on in a later line, by the same rules, where only blanks lie between. */
  private void continued(char quote, BackslashQuotes rules) {
    int next = end(at, Character::isWhitespace);
    if (text.startsWith(String.valueOf(quote), next) && newlines(at, next) > 0) {
      quoted(next, quote, rules);
    }
  }

  /** A string between dollar tags; else a parameter such as {@code $1}, or the sign alone. */
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

  /** Comments may hold comments. */
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

  /** Behind the last of these characters. */
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

  /** To Postgres every character beyond ASCII is a letter. */
  private static boolean startsName(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
