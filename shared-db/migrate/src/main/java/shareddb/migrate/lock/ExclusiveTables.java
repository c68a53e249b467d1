package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;

/**
 * Locks every table of a schema exclusively for the current transaction. Each try waits only
 * shortly, so that other sessions do not queue behind it for long.
 */
public final class ExclusiveTables {

  private ExclusiveTables() {}

  /** Throws the last error of Postgres if a session does not release its lock in time. */
  public static void lock(Connection connection, Target target, LockRetries retries)
      throws SQLException {
    while (true) {
      Savepoint before = connection.setSavepoint();
      try {
        lockOnce(connection, target);
        connection.releaseSavepoint(before);
        Query.execute(connection, "SET LOCAL " + WaitLimits.lockTimeout(WaitLimits.PATIENCE));
        return;
      } catch (SQLException e) {
        connection.rollback(before);
        if (!retries.again(e)) {
          throw e;
        }
      }
    }
  }

  /** The short lock_timeout limits how long other sessions wait behind this statement. */
  private static void lockOnce(Connection connection, Target target) throws SQLException {
    List<String> tables = tables(connection, target);
    if (!tables.isEmpty()) {
      Query.execute(connection, "SET LOCAL " + WaitLimits.lockTimeout(WaitLimits.TRY));
      Query.execute(
          connection, "LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
    }
  }

  private static List<String> tables(Connection connection, Target target) throws SQLException {
    String sql =
        """
        SELECT relname
        FROM pg_catalog.pg_class AS class
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
        WHERE namespace.nspname = ? AND class.relkind IN ('r', 'p')
        ORDER BY relname
        """;
    return Query.of(connection, sql, target.schema().value())
        .list(row -> target.schema().quoted(row.getString(1)));
  }
}
