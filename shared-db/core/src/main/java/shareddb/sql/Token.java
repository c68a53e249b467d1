package shareddb.sql;

import java.util.Locale;

/**
 * One piece of SQL.
 *
 * @param line where it begins, the first line of its file being 1
 */
public record Token(Kind kind, String text, int line) {

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

  /** The name it stands for: Postgres folds what has no quotes to lower case. */
  public String identifier() {
    return kind == Kind.NAME ? inside(1).replace("\"\"", "\"") : text.toLowerCase(Locale.ROOT);
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
