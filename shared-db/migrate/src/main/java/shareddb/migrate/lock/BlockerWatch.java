package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import shareddb.base.settings.Login;

/**
 * Watches, in a second session and its own thread, which session blocks the first one. After the
 * wait has ended, Postgres no longer knows it.
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

  /** Watches this session from now on. */
  void turnTo(int pid) {
    watched = pid;
  }

  /** The last session that blocked the watched one. */
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
    try (Connection connection = admin.reading().connect()) {
      while (open) {
        BlockerQuery.ofWaiting(connection, watched).ifPresent(blocker -> last = blocker);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (SQLException e) {
      // Without the second session no blocker can be named. The operation itself goes on and
      // reports its own errors.
      open = false;
    }
  }
}
