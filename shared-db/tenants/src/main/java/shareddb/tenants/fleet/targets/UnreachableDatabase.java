package shareddb.tenants.fleet.targets;

import java.sql.SQLException;
import java.util.Set;
import shareddb.base.settings.Login;

/**
 * Tells from the error of a failed connection whether the database is missing or the server does
 * not answer.
 */
public final class UnreachableDatabase {

  private static final String NO_SUCH_DATABASE = "3D000";

  /** SQLSTATEs of a server that shuts down, starts up, or was told to end the session. */
  private static final Set<String> NOT_SERVING = Set.of("57P01", "57P02", "57P03");

  private static final String OF_CONNECTIONS = "08";

  private UnreachableDatabase() {}

  public static boolean isOfDatabase(SQLException error) {
    return NO_SUCH_DATABASE.equals(error.getSQLState());
  }

  /** Whether the server does not answer. The state of its targets is not known then. */
  public static boolean isOfServer(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    return state.startsWith(OF_CONNECTIONS) || NOT_SERVING.contains(state);
  }

  /** The message, which is the same for all targets of one server. */
  public static String said(Login login, SQLException error) {
    // Only the first sentence is kept: the rest is advice for a user who typed the address.
    String why = String.valueOf(error.getMessage()).replaceFirst("(?s)(\\. |\\R).*", "");
    return "the server at " + login.address() + " does not answer: " + why;
  }
}
