package shareddb.base.settings;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;
import shareddb.base.jdbc.Query;

/** Refuses servers that the tool does not work with: one that is too old, or a pooler. */
final class ServerCheck {

  /** The addresses at which a server itself answered. Each is asked once in a process. */
  private static final Set<String> DIRECT = ConcurrentHashMap.newKeySet();

  private ServerCheck() {}

  /** Returns the connection. Closes it if the server is refused. */
  static Connection passed(Login login, Connection connection) throws SQLException {
    try {
      refuseOldServer(login, connection);
      if (!DIRECT.contains(login.address())) {
        refusePooler(login, connection);
        DIRECT.add(login.address());
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** PgBouncer refuses the settings of a session in the first message. */
  static SQLException failure(Login login, SQLException driver) {
    String message = String.valueOf(driver.getMessage());
    return message.contains("unsupported startup parameter")
        ? UnsupportedServer.pooler(login, message)
        : new ConnectionFailure(login, driver);
  }

  /** The driver already knows the version and sends no query. */
  private static void refuseOldServer(Login login, Connection connection) throws SQLException {
    DatabaseMetaData server = connection.getMetaData();
    if (server.getDatabaseMajorVersion() < UnsupportedServer.OLDEST) {
      throw UnsupportedServer.tooOld(login, server.getDatabaseProductVersion());
    }
  }

  /**
   * A server tells the number of its process at the beginning, so that a statement can be
   * cancelled. A pooler tells another number, because it has no process of the server yet.
   */
  private static void refusePooler(Login login, Connection connection) throws SQLException {
    int told = connection.unwrap(PGConnection.class).getBackendPID();
    int actual =
        Query.of(connection, "SELECT pg_catalog.pg_backend_pid()").one(row -> row.getInt(1));
    if (told != actual) {
      throw UnsupportedServer.pooler(
          login, "it said session " + told + ", and session " + actual + " answered");
    }
  }
}
