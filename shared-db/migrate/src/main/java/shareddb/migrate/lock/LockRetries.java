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
 * Tries again what could not have a lock. Each try waits only shortly, since everybody who comes
 * later waits behind it: a forgotten transaction delays the operation, and nobody else.
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

  /** The session in which the tries are made from now on. */
  public void in(Connection connection) throws SQLException {
    pid = connection.unwrap(PGConnection.class).getBackendPID();
    if (watch != null) {
      watch.turnTo(pid);
    }
  }

  /** Looks from now on who is in the way: for what waits in one go. */
  public void watch() {
    if (watch == null) {
      watch = BlockerWatch.of(target.admin(), pid);
      deadline = System.nanoTime() + listener.patience().toNanos();
    }
  }

  /** Whether there is another try after this error; comes back when it is time for it. */
  public boolean again(SQLException error) {
    if (!isForLock(error.getSQLState())) {
      return false;
    }
    // The second session costs time: who has waited already has it.
    watch();
    blocker().filter(b -> told.add(b.pid())).ifPresent(listener::waitsFor);
    if (System.nanoTime() > deadline) {
      return false;
    }
    LockSupport.parkNanos(pause().toNanos());
    return true;
  }

  /** Who was in the way last, where that could be seen. */
  public Optional<Blocker> blocker() {
    return watch == null ? Optional.empty() : watch.last();
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }

  /** Never the same for two that wait for each other. */
  private static Duration pause() {
    return Duration.ofMillis(PAUSE_MILLIS + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
  }
}
