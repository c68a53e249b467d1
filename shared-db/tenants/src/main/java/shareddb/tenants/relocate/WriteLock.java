package shareddb.tenants.relocate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.TransactionLimit;
import shareddb.base.names.WriteLockName;
import shareddb.base.settings.WaitLimits;

/**
 * Takes the advisory lock that every writing request takes, so that a relocation blocks writes to
 * one tenant. The lock lasts as long as the transaction, so Postgres frees it if the process is
 * killed. The relocation waits for writes that have begun; new writes queue behind it.
 */
final class WriteLock {

  private static final String NO_LOCK = "55P03";

  /**
   * The limit of the transaction, so that a relocation that hangs does not block writes for ever.
   */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private WriteLock() {}

  /**
   * Takes the lock; if that takes too long, rolls the transaction back and returns false. No
   * request should write for longer than this wait, and queued writes can then go on.
   */
  static boolean in(Connection connection, WriteLockName gate) throws SQLException {
    connection.setAutoCommit(false);
    TransactionLimit.set(connection, LONGEST);
    Query.execute(connection, "SET LOCAL " + WaitLimits.lockTimeout(WaitLimits.SHORT));
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
