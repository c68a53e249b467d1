package shareddb.tenants.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.migrate.lock.BlockerQuery;
import shareddb.migrate.lock.HistoryLock;
import shareddb.postgres.server.ServerDatabases;

/**
 * Drops a tenant's own database. It waits for transactions in the database; idle sessions, such as
 * a pool's, are ended.
 */
public final class DatabaseDrop {

  private static final String NO_SUCH_DATABASE = "3D000";
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final String BUSY =
      """
      SELECT application_name, usename, pid, state
      FROM pg_catalog.pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend' AND state <> 'idle'
      ORDER BY xact_start
      LIMIT 1
      """;

  private final Target target;
  private final Duration patience;

  public DatabaseDrop(Target target, Duration patience) {
    this.target = target;
    this.patience = patience;
  }

  static boolean isGone(SQLException error) {
    return NO_SUCH_DATABASE.equals(error.getSQLState());
  }

  /** Returns the blocking session in words; empty if the database is gone. */
  public Optional<String> run() throws SQLException {
    try (Connection connection = target.admin().connect()) {
      if (HistoryLock.take(connection, target).isPresent()) {
        return Optional.of(BlockerQuery.lockHolder(connection, target));
      }
      Optional<String> busy = busyAfterAWhile(connection);
      if (busy.isPresent()) {
        return busy;
      }
    } catch (SQLException e) {
      if (isGone(e)) {
        return Optional.empty();
      }
      throw e;
    }
    ServerDatabases.drop(target.admin().to(ServerDatabases.MAINTENANCE), target.admin().database());
    return Optional.empty();
  }

  /**
   * The session that is still in a transaction after the wait; empty if there is none, or no such
   * database.
   */
  Optional<String> busy() throws SQLException {
    try (Connection connection = target.admin().connect()) {
      return busyAfterAWhile(connection);
    } catch (SQLException e) {
      if (isGone(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<String> busyAfterAWhile(Connection connection) throws SQLException {
    long start = System.nanoTime();
    Optional<String> busy = busy(connection);
    while (busy.isPresent() && System.nanoTime() - start < patience.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      busy = busy(connection);
    }
    return busy;
  }

  private static Optional<String> busy(Connection connection) throws SQLException {
    return Query.of(connection, BUSY)
        .first(
            row ->
                "%s of user %s (session %d, %s) uses it"
                    .formatted(
                        row.getString("application_name"),
                        row.getString("usename"),
                        row.getInt("pid"),
                        row.getString("state")));
  }
}
