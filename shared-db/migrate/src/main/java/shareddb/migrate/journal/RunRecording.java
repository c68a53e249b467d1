package shareddb.migrate.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.track.Track;
import shareddb.base.track.Version;

/**
 * The journal of one run on many targets. As long as its session is open, nobody else runs anything
 * on the targets of this track; what comes out is written in batches.
 */
public final class RunRecording implements AutoCloseable {

  private static final int BATCH = 100;
  private static final Duration AT_LEAST_EVERY = Duration.ofMillis(500);

  private final Connection connection;
  private final Track track;
  private final List<RunTarget> unwritten = new ArrayList<>();
  private long id;
  private long written = System.nanoTime();

  private RunRecording(Connection connection, Track track) {
    this.connection = connection;
    this.track = track;
  }

  /** Nothing where somebody else runs something on the targets of this track. */
  public static Optional<RunRecording> open(Login login, Track track) throws SQLException {
    Connection connection = login.connect();
    try {
      JournalTrack.ensure(connection, Journal.target(login));
      if (isFirst(connection, track)) {
        return Optional.of(new RunRecording(connection, track));
      }
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  /** The run that goes on just now; nothing where it ended in this moment. */
  public static Optional<FleetRunEntry> running(Login login, Track track) throws SQLException {
    try (Connection connection = login.connect()) {
      return RunJournal.open(connection, track.label()).stream()
          .filter(run -> run.state() == JournalState.RUNNING)
          .findFirst();
    }
  }

  /** The runs of this track that were stopped, and that nobody went on with. */
  public List<FleetRunEntry> stopped() throws SQLException {
    return RunJournal.open(connection, track.label());
  }

  public List<RunTarget> targets(FleetRunEntry run) throws SQLException {
    return RunJournal.targets(connection, run.id());
  }

  /** For what is asked or made beside it, as long as no target is being moved. */
  public Connection session() {
    return connection;
  }

  /** Its number; 0 before it begins. */
  public long id() {
    return id;
  }

  /** Writes down all that is to be done, before any of it is. */
  public long begin(String operation, Version to, List<RunTarget> targets) throws SQLException {
    connection.setAutoCommit(false);
    try {
      id = insert(operation, to);
      RunTargetSql.execute(connection, RunTargetSql.INSERT, id, targets);
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
    return id;
  }

  /** Goes on with one that was stopped: what it did and could not write any more is told now. */
  public void continues(FleetRunEntry stopped, List<RunTarget> asFound) throws SQLException {
    RunTargetSql.execute(connection, RunTargetSql.UPDATE, stopped.id(), asFound);
    String sql =
        "UPDATE %s SET ended_at = clock_timestamp(), error = 'it was stopped', continued_by = ? WHERE id = ?"
            .formatted(RunJournal.RUNS);
    Query.of(connection, sql, id == 0 ? null : id, stopped.id()).update();
  }

  /** How one target came out; from time to time whoever tells writes for all. */
  public void add(RunTarget target) throws SQLException {
    if (isDueWith(target)) {
      write();
    }
  }

  private boolean isDueWith(RunTarget target) {
    synchronized (unwritten) {
      unwritten.add(target);
      return unwritten.size() >= BATCH || System.nanoTime() - written > AT_LEAST_EVERY.toNanos();
    }
  }

  /** How the targets came out that were told of since the last time. */
  public synchronized void write() throws SQLException {
    List<RunTarget> told = told();
    if (!told.isEmpty()) {
      RunTargetSql.execute(connection, RunTargetSql.UPDATE, id, told);
    }
  }

  /** The run is over; what is still pending was left. */
  public synchronized void end(@Nullable String error) throws SQLException {
    write();
    String sql =
        """
        WITH left_over AS (
            UPDATE %s SET status = 'left' WHERE run_id = ? AND status = 'pending')
        UPDATE %s SET ended_at = clock_timestamp(), error = ? WHERE id = ?
        """
            .formatted(RunJournal.TARGETS, RunJournal.RUNS);
    Query.of(connection, sql, id, error, id).update();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private List<RunTarget> told() {
    synchronized (unwritten) {
      List<RunTarget> told = List.copyOf(unwritten);
      unwritten.clear();
      written = System.nanoTime();
      return told;
    }
  }

  private static boolean isFirst(Connection connection, Track track) throws SQLException {
    String sql = "SELECT pg_try_advisory_lock(hashtextextended('workshop run: ' || ?, 0))";
    return Query.of(connection, sql, track.label()).isTrue();
  }

  private long insert(String operation, Version to) throws SQLException {
    String sql =
        """
        INSERT INTO %s (operation, track, to_version, started_by, session_start)
        VALUES (?, ?, ?, ?, (SELECT backend_start FROM pg_catalog.pg_stat_activity
                             WHERE pid = pg_backend_pid()))
        RETURNING id
        """
            .formatted(RunJournal.RUNS);
    return Query.of(
            connection,
            sql,
            operation,
            track.label(),
            to.toString(),
            System.getProperty("user.name"))
        .one(row -> row.getLong(1));
  }
}
