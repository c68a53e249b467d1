package shareddb.schema.lint.reading;

import java.util.Set;

/** Keywords, written as words are. */
final class SqlWords {

  private SqlWords() {}

  static Set<String> of(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}
