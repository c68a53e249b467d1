package shareddb.tenants.fleet.target;

import java.sql.SQLException;
import java.util.Set;
import shareddb.base.settings.Login;

/** What it means that a connection could not be made. */
public final class UnreachableDatabase {

  private static final String NO_SUCH_DATABASE = "3D000";

  /** It shuts down, it starts up, or it was told to end us. */
  private static final Set<String> NOT_SERVING = Set.of("57P01", "57P02", "57P03");

  private static final String OF_CONNECTIONS = "08";

  private UnreachableDatabase() {}

  public static boolean isOfDatabase(SQLException error) {
    return NO_SUCH_DATABASE.equals(error.getSQLState());
  }

  /** Then nobody knows how things stand there. */
  public static boolean isOfServer(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    return state.startsWith(OF_CONNECTIONS) || NOT_SERVING.contains(state);
  }

  /** The same words for all that is on one server. */
  public static String said(Login login, SQLException error) {
    // What comes behind the first sentence is advice for whoever typed the address.
    String why = String.valueOf(error.getMessage()).replaceFirst("(?s)(\\. |\\R).*", "");
    return "the server at " + login.address() + " does not answer: " + why;
  }
}
