package shareddb.base.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Limits how long the current transaction may last, as far as the server supports it. */
public final class TransactionLimit {

  /** The first PostgreSQL version with a limit for a whole transaction. */
  private static final int SINCE = 17;

  private TransactionLimit() {}

  /** Sets the limit. Older servers limit only each statement and each pause between statements. */
  public static void set(Connection connection, Duration limit) throws SQLException {
    String millis = Long.toString(limit.toMillis());
    if (connection.getMetaData().getDatabaseMajorVersion() >= SINCE) {
      Query.execute(connection, "SET LOCAL transaction_timeout = " + millis);
    } else {
      Query.execute(
          connection,
          "SET LOCAL statement_timeout = "
              + millis
              + "; SET LOCAL idle_in_transaction_session_timeout = "
              + millis);
    }
  }

  /** Removes the limit, even if the role or the database sets one. */
  public static void lift(Connection connection) throws SQLException {
    set(connection, Duration.ZERO);
  }

  /** Removes the limit for the whole session. Must be called outside of a transaction. */
  public static Connection lifted(Connection connection) throws SQLException {
    try {
      if (connection.getMetaData().getDatabaseMajorVersion() >= SINCE) {
        Query.execute(connection, "SET transaction_timeout = 0");
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
