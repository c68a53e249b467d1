package shareddb.base.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * The open connections of this process. They are kept so that the process can cancel running
 * statements when it ends.
 */
public final class OpenConnections {

  private static final Set<Connection> OPEN =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  private OpenConnections() {}

  /** Adds a connection and returns it. */
  public static Connection add(Connection connection) {
    OPEN.add(connection);
    return connection;
  }

  /** Cancels each running statement. It ends with an error, and its transaction is rolled back. */
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
      // The server cannot be reached: there is nothing to cancel.
      return;
    }
  }
}
