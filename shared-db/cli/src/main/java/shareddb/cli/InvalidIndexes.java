package shareddb.cli;

import java.util.List;
import shareddb.migrate.InvalidIndex;

/** How indexes are told that were never finished, and what mends them. */
final class InvalidIndexes {

  private InvalidIndexes() {}

  /** To append to what happened; nothing where there are none. */
  static String what(List<InvalidIndex> invalid) {
    return invalid.stream().map(index -> "\n" + what(index)).reduce("", String::concat);
  }

  static String what(InvalidIndex index) {
    return "index %s of table %s is invalid: it slows every write, and no query uses it"
        .formatted(index.quoted(), index.table());
  }

  /** To append to what can be typed next. */
  static String next(List<InvalidIndex> invalid, Chosen chosen) {
    return invalid.stream()
        .map(index -> "\nto drop it by hand:  " + next(index, chosen))
        .reduce("", String::concat);
  }

  static String next(InvalidIndex index, Chosen chosen) {
    return chosen.command("sql") + " --admin '" + index.mend().replace("'", "'\\''") + "'";
  }
}
