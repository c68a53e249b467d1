package shareddb.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of SQL in which a semicolon ends nothing. */
final class Lexeme {

  private static final Pattern DOLLAR = Pattern.compile("\\$([\\p{L}_][\\p{L}\\d_]*)?\\$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\d_$]*");

  private Lexeme() {}

  /** Behind the piece that begins here; the end of the text where it is not closed. */
  static int end(String text, int at) {
    return switch (text.charAt(at)) {
      case '\'' -> quoted(text, at, '\'', false);
      case '"' -> quoted(text, at, '"', false);
      case '$' -> dollarQuoted(text, at);
      case '-' -> text.startsWith("--", at) ? line(text, at) : at + 1;
      case '/' -> text.startsWith("/*", at) ? comment(text, at) : at + 1;
      default -> word(text, at);
    };
  }

  private static int quoted(String text, int at, char quote, boolean backslashes) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        if (i + 1 == text.length() || text.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      } else if (c == '\\' && backslashes) {
        i++;
      }
    }
    return text.length();
  }

  private static int dollarQuoted(String text, int at) {
    Matcher tag = DOLLAR.matcher(text).region(at, text.length());
    if (!tag.lookingAt()) {
      return at + 1;
    }
    int end = text.indexOf(tag.group(), tag.end());
    return end < 0 ? text.length() : end + tag.group().length();
  }

  private static int line(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** Comments may hold comments. */
  private static int comment(String text, int at) {
    int depth = 0;
    int i = at;
    while (i < text.length()) {
      if (text.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (text.startsWith("*/", i)) {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return text.length();
  }

  /** A dollar sign inside of a word quotes nothing; and behind an E, backslashes escape. */
  private static int word(String text, int at) {
    Matcher word = WORD.matcher(text).region(at, text.length());
    if (!word.lookingAt()) {
      return at + 1;
    }
    boolean escapes = word.group().equalsIgnoreCase("e");
    return escapes && text.startsWith("'", word.end())
        ? quoted(text, word.end(), '\'', true)
        : word.end();
  }
}
