package shareddb.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock that Flyway takes on a history while it migrates: who holds it has the target for
 * himself, whether it is this tool, a module that starts, or Flyway on its own.
 */
public final class HistoryLock {

  /** Flyway's keys are the letters of its name as a number, plus a hash of the table's name. */
  private static final long FLYWAY = 0x46_6C_79_77_61_79L;

  /** So long nobody needs to hear of it. */
  private static final Duration UNTOLD = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private HistoryLock() {}

  /** Takes it for the rest of the session, or says who has it after having waited a while. */
  public static Optional<Holder> take(Connection connection, Target target) throws SQLException {
    return take(connection, target, Caller.SILENT);
  }

  /** The same, for as long as the caller has patience, who hears for whom he waits. */
  public static Optional<Holder> take(Connection connection, Target target, Caller caller)
      throws SQLException {
    long start = System.nanoTime();
    boolean told = false;
    while (!tryOnce(connection, target)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(caller.patience()) > 0) {
        return Optional.of(holder(connection, target));
      }
      if (!told && waited.compareTo(UNTOLD) > 0) {
        told = true;
        caller.waitsFor(holder(connection, target));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return Optional.empty();
  }

  /** As {@code pg_advisory_lock} takes it. */
  public static long key(Target target) {
    return FLYWAY + target.historyTable().hashCode();
  }

  private static boolean tryOnce(Connection connection, Target target) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, key(target));
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static Holder holder(Connection connection, Target target) throws SQLException {
    String sql =
        """
        SELECT activity.pid, activity.usename, activity.application_name,
               extract(epoch FROM now() - activity.backend_start)::bigint AS seconds
        FROM pg_catalog.pg_locks AS lock
        JOIN pg_catalog.pg_stat_activity AS activity USING (pid)
        WHERE lock.locktype = 'advisory' AND lock.granted
          AND lock.database = (SELECT oid FROM pg_catalog.pg_database
                               WHERE datname = current_database())
          AND (lock.classid::bigint << 32) | lock.objid::bigint = ? AND lock.objsubid = 1
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key(target));
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return new Holder(0, "?", "gone meanwhile", Duration.ZERO);
        }
        return new Holder(
            result.getInt("pid"),
            String.valueOf(result.getString("usename")),
            String.valueOf(result.getString("application_name")),
            Duration.ofSeconds(result.getLong("seconds")));
      }
    }
  }
}
