package shareddb.learn.trial;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;

/** A session that reads again and again, and measures the longest time of one reading. */
final class WaitingReader implements AutoCloseable {

  private final SchemaCopy copy;
  private final String sql;
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong begun = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable SQLException error;

  private WaitingReader(SchemaCopy copy, String sql) {
    this.copy = copy;
    this.sql = sql;
    this.thread = Thread.ofPlatform().daemon().unstarted(this::read);
  }

  /** Begins to read, and returns after the first answer. */
  static WaitingReader on(SchemaCopy copy, String sql) throws SQLException {
    WaitingReader reader = new WaitingReader(copy, copy.sql(sql));
    try (Connection connection = copy.connect()) {
      // A query that is wrong in itself fails here.
      Query.of(connection, reader.sql).each(row -> {});
    }
    reader.thread.start();
    return reader;
  }

  Duration longest() throws SQLException {
    SQLException failed = error;
    if (failed != null) {
      throw failed;
    }
    long running = begun.get() == 0 ? 0 : System.nanoTime() - begun.get();
    return Duration.ofNanos(Math.max(longest.get(), running));
  }

  private void read() {
    try (Connection connection = copy.connect()) {
      Query.execute(connection, "SET lock_timeout = 0");
      while (!closed) {
        long start = System.nanoTime();
        begun.set(start);
        Query.of(connection, sql).each(row -> {});
        long took = System.nanoTime() - start;
        begun.set(0);
        longest.accumulateAndGet(took, Math::max);
      }
    } catch (SQLException e) {
      error = e;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
