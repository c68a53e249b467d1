package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/**
 * Replaces a session whose connection broke. Its last change may be done or not. The tool can read
 * that after a new session has the target's lock, because the lost session keeps the lock until it
 * ends.
 */
public final class LostSession {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private LostSession() {}

  /**
   * A new connection that holds the target's lock. Empty if the server or the lock stays
   * unavailable.
   */
  public static Optional<Connection> replaced(Login login, Target target, WaitListener listener) {
    long start = System.nanoTime();
    do {
      try {
        return locked(login.connect(), target, listener);
      } catch (SQLException e) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } while (System.nanoTime() - start < listener.patience().toNanos());
    return Optional.empty();
  }

  private static Optional<Connection> locked(
      Connection connection, Target target, WaitListener listener) throws SQLException {
    boolean kept = false;
    try {
      kept = HistoryLock.take(connection, target, listener).isEmpty();
      return kept ? Optional.of(connection) : Optional.empty();
    } finally {
      if (!kept) {
        connection.close();
      }
    }
  }
}
