package shareddb.schema.lint.mention;

import java.util.Set;

/** A set of keywords, from a text with blanks between them. */
public final class SqlWords {

  private SqlWords() {}

  public static Set<String> of(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}
