package shareddb.base.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** How long the current transaction may last, as far as the server can limit it. */
public final class TransactionLimit {

  /** The first PostgreSQL that limits a transaction as a whole. */
  private static final int SINCE = 17;

  private TransactionLimit() {}

  /** Older servers limit each statement, and each wait for the next one. */
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

  /** None, whatever the role or the database has set. */
  public static void lift(Connection connection) throws SQLException {
    set(connection, Duration.ZERO);
  }

  /** None for the whole session: to be called outside of a transaction. */
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
