package shareddb.diagram.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A primary key, a unique key or a unique index.
 *
 * @param columns its columns, or expressions as PostgreSQL writes them
 * @param condition of a partial index
 */
record UniqueKey(boolean primary, List<String> columns, @Nullable String condition) {

  /** Returns whether rows are unique in these columns because of this key. */
  boolean covers(List<String> others) {
    return condition == null && Set.copyOf(others).containsAll(columns);
  }

  /** Returns whether the mark at one column says all of it. */
  boolean isOfColumn(Set<String> names) {
    return condition == null && columns.size() == 1 && names.contains(columns.getFirst());
  }

  /** The line below the columns. */
  String note() {
    return "unique ("
        + String.join(", ", columns)
        + ")"
        + (condition == null ? "" : " where " + condition);
  }
}
