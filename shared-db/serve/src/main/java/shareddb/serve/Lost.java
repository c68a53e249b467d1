package shareddb.serve;

import java.sql.SQLException;
import java.util.Set;

/** Whether a connection broke, or could not be made, so that the server may be away. */
final class Lost {

  /** It was told to go, or comes up. */
  private static final Set<String> GOING = Set.of("57P01", "57P02", "57P03");

  private static final String OF_CONNECTIONS = "08";

  private Lost() {}

  /** That all connections of a pool are in use says nothing of the server. */
  static boolean is(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        if (state.startsWith(OF_CONNECTIONS) || GOING.contains(state)) {
          return true;
        }
      }
    }
    return false;
  }
}
