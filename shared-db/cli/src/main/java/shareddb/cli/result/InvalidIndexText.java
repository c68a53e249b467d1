package shareddb.cli.result;

import java.util.List;
import shareddb.cli.command.SelectedTarget;
import shareddb.migrate.lock.InvalidIndex;

/** How indexes are told that were never finished, and what mends them. */
public final class InvalidIndexText {

  private InvalidIndexText() {}

  /** To append to what happened; nothing where there are none. */
  public static String what(List<InvalidIndex> invalid) {
    return invalid.stream().map(index -> "\n" + what(index)).reduce("", String::concat);
  }

  static String what(InvalidIndex index) {
    return "index %s of table %s is invalid: it slows every write, and no query uses it"
        .formatted(index.quoted(), index.table());
  }

  /** To append to what can be typed next. */
  public static String next(List<InvalidIndex> invalid, SelectedTarget chosen) {
    return invalid.stream()
        .map(index -> "\nto drop it by hand:  " + next(index, chosen))
        .reduce("", String::concat);
  }

  public static String next(InvalidIndex index, SelectedTarget chosen) {
    return chosen.command("sql") + " --admin '" + index.mend().replace("'", "'\\''") + "'";
  }
}
