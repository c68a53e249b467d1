package shareddb.serve;

import java.sql.SQLException;
import java.util.Set;

/** Tells whether an error means that a connection broke or could not be made. */
final class Lost {

  /** The server shuts down, has crashed, or starts up. */
  private static final Set<String> GOING = Set.of("57P01", "57P02", "57P03");

  private static final String OF_CONNECTIONS = "08";

  private Lost() {}

  /** A pool whose connections are all in use does not count. */
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
