package shareddb.base.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests the known name that is most similar to a mistyped one. */
public final class NearestName {

  private NearestName() {}

  /** The nearest name. Empty if more than half of its letters differ. */
  public static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(name, typed)))
        .filter(name -> distance(name, typed) <= name.length() / 2);
  }

  /** The edit distance: how many letters must be changed, added or removed. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
