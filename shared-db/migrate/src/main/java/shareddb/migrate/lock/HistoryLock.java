package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;

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

  private static final Blocker GONE =
      new Blocker(0, "?", "gone meanwhile", "gone", "", Duration.ZERO);

  private HistoryLock() {}

  /** Takes it for the rest of the session, or says who has it after having waited a while. */
  public static Optional<Blocker> take(Connection connection, Target target) throws SQLException {
    return take(connection, target, WaitListener.SILENT);
  }

  /** The same, for as long as the listener has patience, which hears which session has it. */
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

  /** As {@code pg_advisory_lock} takes it. */
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
