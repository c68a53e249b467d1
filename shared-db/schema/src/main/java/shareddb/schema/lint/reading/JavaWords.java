package shareddb.schema.lint.reading;

import java.util.ArrayList;
import java.util.List;

/** The words and the symbols of a Java source, without its comments and strings. */
final class JavaWords {

  /** A word or a symbol, and its line. */
  record Word(String text, int line) {}

  private final String source;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private int line = 1;

  private JavaWords(String source) {
    this.source = source;
  }

  static List<Word> of(String source) {
    JavaWords words = new JavaWords(source);
    while (words.at < source.length()) {
      words.read();
    }
    return words.words;
  }

  private void read() {
    char c = source.charAt(at);
    if (source.startsWith("//", at)) {
      goTo(end("\n", at));
    } else if (source.startsWith("/*", at)) {
      goTo(end("*/", at + 2));
    } else if (source.startsWith("\"\"\"", at)) {
      goTo(literal("\"\"\""));
    } else if (c == '"' || c == '\'') {
      goTo(literal(String.valueOf(c)));
    } else if (Character.isJavaIdentifierStart(c)) {
      word();
    } else {
      if (!Character.isWhitespace(c)) {
        words.add(new Word(String.valueOf(c), line));
      }
      goTo(at + 1);
    }
  }

  private void word() {
    int end = at;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    words.add(new Word(source.substring(at, end), line));
    at = end;
  }

  /** The position after the closing quotes; a quote after a backslash does not close. */
  private int literal(String quotes) {
    int i = at + quotes.length();
    while (i < source.length() && !source.startsWith(quotes, i)) {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + quotes.length(), source.length());
  }

  private int end(String mark, int from) {
    int found = source.indexOf(mark, from);
    return found < 0 ? source.length() : found + mark.length();
  }

  private void goTo(int end) {
    line += (int) source.substring(at, end).chars().filter(c -> c == '\n').count();
    at = end;
  }
}
