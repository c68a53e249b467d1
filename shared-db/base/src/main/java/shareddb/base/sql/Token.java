package shareddb.base.sql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One token of SQL.
 *
 * @param line the line on which it begins, counted from 1 in its file
 * @param start the character at which it begins, counted from 0 in its text
 */
public record Token(Kind kind, String text, int line, int start) {

  private static final Pattern UNICODE_ESCAPE =
      Pattern.compile("\\\\(?:([0-9A-Fa-f]{4})|\\+([0-9A-Fa-f]{6}))");

  /** The kinds of tokens. */
  public enum Kind {
    /** A keyword, or a name without quotes. */
    WORD,
    /** A name in double quotes. It may contain a placeholder. */
    NAME,
    /** A literal in single quotes or between dollar tags. */
    STRING,
    /** Any other single character. */
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

  /** The position after its last character. */
  public int end() {
    return start + text.length();
  }

  /** The name that Postgres stores. A name without quotes is folded to lower case. */
  public String identifier() {
    if (kind != Kind.NAME) {
      return text.toLowerCase(Locale.ROOT);
    }
    String name = inside(text.indexOf('"') + 1, 1).replace("\"\"", "\"");
    return text.startsWith("\"") ? name : unescaped(name);
  }

  /** Replaces Unicode escapes: {@code U&"d\0061ta"}. */
  private static String unescaped(String name) {
    return UNICODE_ESCAPE
        .matcher(name)
        .replaceAll(
            escape -> {
              String code = escape.group(1) == null ? escape.group(2) : escape.group(1);
              return Matcher.quoteReplacement(Character.toString(Integer.parseInt(code, 16)));
            });
  }

  /** The text between the quotes or the dollar tags of a string. */
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

  /** The text without this many characters at its ends. Empty if the closing quote is missing. */
  private String inside(int before, int behind) {
    return text.length() < before + behind ? "" : text.substring(before, text.length() - behind);
  }

  @Override
  public String toString() {
    return text;
  }
}
