package shareddb.schema.lint.reading;

import java.util.Set;

/** A set of keywords, from a text with blanks between them. */
final class SqlWords {

  private SqlWords() {}

  static Set<String> of(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}
