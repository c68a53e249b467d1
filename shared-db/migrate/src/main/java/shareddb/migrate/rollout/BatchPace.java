package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.jdbc.Query;

/**
 * The size of the next batch, and the pause before it, from what was measured: the time of the last
 * batch, the sessions that wait for locks, and the lag of replicas.
 */
final class BatchPace {

  private static final int FIRST = 200;
  private static final int SMALLEST = 20;
  private static final int LARGEST = 20_000;
  private static final double WANTED_MILLIS = 100;
  private static final double LAG_SECONDS = 2;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private int rows = FIRST;

  int rows() {
    return rows;
  }

  /** A batch was rolled back, because it did not get a lock. */
  void failed() {
    rows = Math.max(SMALLEST, rows / 2);
  }

  /** Learns from a batch, and returns the pause before the next one. */
  Duration after(Connection connection, Duration took) throws SQLException {
    double factor = WANTED_MILLIS / Math.max(1, took.toMillis());
    rows = (int) Math.clamp(rows * Math.clamp(factor, 0.5, 2), SMALLEST, LARGEST);
    String sql =
        """
        SELECT (SELECT count(*) FROM pg_catalog.pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock') AS waiting,
               (SELECT coalesce(max(extract(epoch FROM replay_lag)), 0)
                FROM pg_catalog.pg_stat_replication) AS lag
        """;
    return Query.of(connection, sql).one(row -> pause(took, row.getLong(1), row.getDouble(2)));
  }

  /** As long as the batch took, so that half of the time is left to requests, or longer. */
  static Duration pause(Duration took, long waiting, double lag) {
    Duration pause = took.multipliedBy(1 + 3 * Math.min(waiting, 10));
    if (lag > LAG_SECONDS) {
      return LONGEST_PAUSE;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
