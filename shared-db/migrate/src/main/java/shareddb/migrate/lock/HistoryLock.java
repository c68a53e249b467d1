package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;

/**
 * The advisory lock that Flyway takes on a history while it migrates. A session that holds it has
 * the target for itself. This tool, a starting module and Flyway alone all take the same lock.
 */
public final class HistoryLock {

  /** Flyway's key: the letters of its name as a number, plus the hash code of the table's name. */
  private static final long FLYWAY = 0x46_6C_79_77_61_79L;

  /** The listener does not hear of a wait that is shorter than this. */
  private static final Duration UNTOLD = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final Blocker GONE =
      new Blocker(0, "?", "gone meanwhile", "gone", "", Duration.ZERO, Optional.empty());

  private HistoryLock() {}

  /**
   * Takes the lock for the rest of the session. After the usual wait it returns the session that
   * holds the lock.
   */
  public static Optional<Blocker> take(Connection connection, Target target) throws SQLException {
    return take(connection, target, WaitListener.SILENT);
  }

  /** The same with the patience of this listener, which also hears which session holds the lock. */
  public static Optional<Blocker> take(Connection connection, Target target, WaitListener listener)
      throws SQLException {
    long start = System.nanoTime();
    boolean told = false;
    while (!tryOnce(connection, target)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(listener.patience()) > 0) {
        return Optional.of(holder(connection, target));
      }
      if (!told && waited.compareTo(UNTOLD) > 0) {
        told = true;
        listener.waitsToBegin(holder(connection, target));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return Optional.empty();
  }

  /** The key for {@code pg_advisory_lock}. */
  public static long key(Target target) {
    return FLYWAY + target.historyTable().hashCode();
  }

  private static boolean tryOnce(Connection connection, Target target) throws SQLException {
    return Query.of(connection, "SELECT pg_try_advisory_lock(?)", key(target)).isTrue();
  }

  private static Blocker holder(Connection connection, Target target) throws SQLException {
    return BlockerQuery.ofHistoryLock(connection, target).orElse(GONE);
  }
}
