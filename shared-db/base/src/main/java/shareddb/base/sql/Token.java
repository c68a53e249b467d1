package shareddb.base.sql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One piece of SQL.
 *
 * @param line where it begins, the first line of its file being 1
 * @param start the same in characters, the first of its text being 0
 */
public record Token(Kind kind, String text, int line, int start) {

  private static final Pattern UNICODE_ESCAPE =
      Pattern.compile("\\\\(?:([0-9A-Fa-f]{4})|\\+([0-9A-Fa-f]{6}))");

  /** What kinds of pieces there are. */
  public enum Kind {
    /** A keyword, or a name without quotes. */
    WORD,
    /** A name in double quotes; a placeholder may stand in it. */
    NAME,
    /** A literal in single quotes or between dollar tags. */
    STRING,
    /** All else, a character each. */
    SYMBOL,
    COMMENT
  }

  /** Whether it is this keyword, in upper or lower case, or this symbol. */
  public boolean is(String other) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(other);
  }

  public boolean isIdentifier() {
    return kind == Kind.NAME || kind == Kind.WORD;
  }

  /** Behind its last character. */
  public int end() {
    return start + text.length();
  }

  /** The name it stands for: Postgres folds what has no quotes to lower case. */
  public String identifier() {
    if (kind != Kind.NAME) {
      return text.toLowerCase(Locale.ROOT);
    }
    String name = inside(text.indexOf('"') + 1, 1).replace("\"\"", "\"");
    return text.startsWith("\"") ? name : unescaped(name);
  }

  /** {@code U&"d\0061ta"}. */
  private static String unescaped(String name) {
    return UNICODE_ESCAPE
        .matcher(name)
        .replaceAll(
            escape -> {
              String code = escape.group(1) == null ? escape.group(2) : escape.group(1);
              return Matcher.quoteReplacement(Character.toString(Integer.parseInt(code, 16)));
            });
  }

  /** What is between the quotes of a string, or between its dollar tags. */
  public String content() {
    return text.startsWith("$")
        ? inside(text.indexOf('$', 1) + 1)
        : inside(text.indexOf('\'') + 1, 1).replace("''", "'");
  }

  public boolean isDollarQuoted() {
    return kind == Kind.STRING && text.startsWith("$");
  }

  private String inside(int both) {
    return inside(both, both);
  }

  /** Nothing where the closing quotes are missing. */
  private String inside(int before, int behind) {
    return text.length() < before + behind ? "" : text.substring(before, text.length() - behind);
  }

  @Override
  public String toString() {
    return text;
  }
}
