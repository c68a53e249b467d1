package shareddb.lint;

import java.util.Set;

/** Keywords, written as words are. */
final class Words {

  private Words() {}

  static Set<String> of(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}
