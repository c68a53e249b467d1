package shareddb.tenants.relocate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.TransactionLimit;
import shareddb.base.names.WriteLockName;

/**
 * Keeps out who writes, as long as the transaction lasts: whoever is killed meanwhile opens it by
 * dying. Who is in already is waited for, and nobody gets past whoever waits.
 */
final class WriteLock {

  private static final String NO_LOCK = "55P03";

  /** Longer than any request should write; then the gate opens for a while. */
  private static final String LONGEST_WAIT = "1s";

  /** A mover that hangs does not keep everybody out. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private WriteLock() {}

  /** Whether it is shut now; if not, the transaction was taken back. */
  static boolean in(Connection connection, WriteLockName gate) throws SQLException {
    connection.setAutoCommit(false);
    TransactionLimit.set(connection, LONGEST);
    Query.execute(connection, "SET LOCAL lock_timeout = '" + LONGEST_WAIT + "'");
    String sql = "SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(?, 0))";
    try {
      Query.of(connection, sql, gate.value()).each(row -> {});
      return true;
    } catch (SQLException e) {
      if (NO_LOCK.equals(e.getSQLState())) {
        connection.rollback();
        connection.setAutoCommit(true);
        return false;
      }
      throw e;
    }
  }
}
