package shareddb.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an error that passes by itself, when the database is back, from one that stays. */
final class DatabaseErrors {

  /** Connection exceptions; insufficient resources; operator intervention, such as a shutdown. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57");

  /** Serialization failure, deadlock, and a lock that was not to be had in time. */
  private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03");

  private DatabaseErrors() {}

  static boolean isPassing(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return true;
      }
      if (cause instanceof SQLException sql && isPassing(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(@Nullable String state) {
    return state != null
        && state.length() == 5
        && (PASSING_CLASSES.contains(state.substring(0, 2)) || PASSING.contains(state));
  }
}
