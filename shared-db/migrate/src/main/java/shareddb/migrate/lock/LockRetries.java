package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import shareddb.base.track.Target;

/**
 * Repeats a statement that did not get a lock. Each try waits only shortly, because every later
 * session queues behind it. So a forgotten transaction delays only this operation.
 */
public final class LockRetries implements AutoCloseable {

  public static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";
  private static final int PAUSE_MILLIS = 100;

  private final Target target;
  private final WaitListener listener;
  private final Set<Integer> told = new HashSet<>();
  private @Nullable BlockerWatch watch;
  private int pid;
  private long deadline;

  public LockRetries(Target target, WaitListener listener) {
    this.target = target;
    this.listener = listener;
  }

  public static boolean isForLock(@Nullable String sqlState) {
    return LOCK_NOT_AVAILABLE.equals(sqlState) || DEADLOCK.equals(sqlState);
  }

  /** Sets the session that makes the tries from now on. */
  public void in(Connection connection) throws SQLException {
    pid = connection.unwrap(PGConnection.class).getBackendPID();
    if (watch != null) {
      watch.turnTo(pid);
    }
  }

  /** Starts the watch before a statement that waits in one long try. */
  public void watch() {
    if (watch == null) {
      watch = BlockerWatch.of(target.admin(), pid);
      deadline = System.nanoTime() + listener.patience().toNanos();
    }
  }

  /** Whether there is another try after this error. The method pauses before it returns true. */
  public boolean again(SQLException error) {
    if (!isForLock(error.getSQLState())) {
      return false;
    }
    // The watch needs a second session. It is opened only after the first wait, because it costs
    // time.
    watch();
    blocker().filter(b -> told.add(b.pid())).ifPresent(listener::waitsFor);
    if (System.nanoTime() > deadline) {
      return false;
    }
    LockSupport.parkNanos(pause().toNanos());
    return true;
  }

  /** The session that blocked the last try, if the watch saw it. */
  public Optional<Blocker> blocker() {
    return watch == null ? Optional.empty() : watch.last();
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }

  /**
   * A random pause, so that two operations that block each other do not try again at the same time.
   */
  private static Duration pause() {
    return Duration.ofMillis(PAUSE_MILLIS + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
  }
}
