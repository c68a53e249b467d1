package shareddb.fleet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import shareddb.migrate.HistoryLock;
import shareddb.migrate.Target;

/** Who holds what a target needs, in words. */
public final class InTheWay {

  private static final String SQL =
      """
      SELECT activity.pid, usename, application_name, state
      FROM pg_catalog.pg_locks AS lock
      JOIN pg_catalog.pg_stat_activity AS activity USING (pid)
      WHERE lock.granted AND pid <> pg_backend_pid()
        AND lock.database = (SELECT oid FROM pg_catalog.pg_database
                             WHERE datname = current_database())
        AND (lock.locktype = 'advisory' AND lock.objsubid = 1
                 AND (lock.classid::bigint << 32) | lock.objid::bigint = ?
             OR lock.relation IN (SELECT oid FROM pg_catalog.pg_class
                                  WHERE relnamespace = (SELECT oid FROM pg_catalog.pg_namespace
                                                        WHERE nspname = ?)))
      ORDER BY xact_start
      LIMIT 1
      """;

  private InTheWay() {}

  public static String of(Connection connection, Target target) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setLong(1, HistoryLock.key(target));
      statement.setString(2, target.schema().value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? "%s of user %s (session %d, %s) held a lock"
                .formatted(
                    row.getString("application_name"),
                    row.getString("usename"),
                    row.getInt("pid"),
                    row.getString("state"))
            : "somebody held a lock";
      }
    }
  }
}
