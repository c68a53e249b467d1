package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import shareddb.base.settings.Login;

/**
 * Looks from a second session for whom a first one waits: once the wait was given up, Postgres does
 * not know any more.
 */
final class BlockerWatch implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Login admin;
  private final Thread thread;
  private volatile int watched;
  private volatile boolean open = true;
  private volatile @Nullable Blocker last;

  private BlockerWatch(Login admin, int pid) {
    this.admin = admin;
    this.watched = pid;
    this.thread = Thread.ofPlatform().daemon().name("blocker-watch").unstarted(this::look);
  }

  static BlockerWatch of(Login admin, int pid) {
    BlockerWatch watch = new BlockerWatch(admin, pid);
    watch.thread.start();
    return watch;
  }

  /** From now on this session. */
  void turnTo(int pid) {
    watched = pid;
  }

  /** The last that was in the way. */
  Optional<Blocker> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try (Connection connection = admin.connect()) {
      while (open) {
        BlockerQuery.ofWaiting(connection, watched).ifPresent(blocker -> last = blocker);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (SQLException e) {
      // Nobody can be named then; the operation itself goes on and tells what it meets.
      open = false;
    }
  }
}
