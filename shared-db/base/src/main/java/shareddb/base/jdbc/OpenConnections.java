package shareddb.base.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/** The connections of this process, so that it can end soon though statements are running. */
public final class OpenConnections {

  private static final Set<Connection> OPEN =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  private OpenConnections() {}

  /** The same connection, which is known from now on. */
  public static Connection add(Connection connection) {
    OPEN.add(connection);
    return connection;
  }

  /** Each statement that runs just now ends with an error, and its transaction with it. */
  public static void cancelStatements() {
    List<Connection> all;
    synchronized (OPEN) {
      all = List.copyOf(OPEN);
    }
    all.forEach(OpenConnections::cancel);
  }

  private static void cancel(Connection connection) {
    try {
      if (!connection.isClosed()) {
        connection.unwrap(PGConnection.class).cancelQuery();
      }
    } catch (SQLException e) {
      // Its server is away: there is nothing to cancel.
      return;
    }
  }
}
