package shareddb.cli.result;

import java.util.List;
import shareddb.cli.command.SelectedTarget;
import shareddb.migrate.lock.InvalidIndex;

/** The message about indexes whose creation did not finish, and the commands that drop them. */
public final class InvalidIndexText {

  private InvalidIndexText() {}

  /** The lines to append to a message, or an empty text if there are no such indexes. */
  public static String what(List<InvalidIndex> invalid) {
    return invalid.stream().map(index -> "\n" + what(index)).reduce("", String::concat);
  }

  static String what(InvalidIndex index) {
    return "index %s of table %s is invalid: it slows every write, and no query uses it"
        .formatted(index.quoted(), index.table());
  }

  /** The lines to append to the next commands. */
  public static String next(List<InvalidIndex> invalid, SelectedTarget chosen) {
    return invalid.stream()
        .map(index -> "\nto drop it by hand:  " + next(index, chosen))
        .reduce("", String::concat);
  }

  public static String next(InvalidIndex index, SelectedTarget chosen) {
    return chosen.command("sql") + " --admin '" + index.mend().replace("'", "'\\''") + "'";
  }
}
