package shareddb.base.jdbc;

import java.sql.SQLException;
import java.util.Set;

/**
 * Makes a change to a catalog row that another session may change at the same time, such as a role
 * or the rights on a database. Postgres lets one of the two sessions fail; it tries again.
 */
public final class ConcurrentChange {

  /** "Tuple concurrently updated" has the general code of internal errors; then two duplicates. */
  private static final Set<String> OF_TWO_AT_ONCE = Set.of("XX000", "42710", "23505");

  private static final int ATTEMPTS = 10;

  /** The change. It looks first what is missing, so that it can be tried again. */
  @FunctionalInterface
  public interface Change {
    void make() throws SQLException;
  }

  private ConcurrentChange() {}

  /** Makes the change, again if another session made one at the same moment. */
  public static void make(Change change) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        change.make();
        return;
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !OF_TWO_AT_ONCE.contains(String.valueOf(e.getSQLState()))) {
          throw e;
        }
      }
    }
  }
}
