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
 * Writes the journal of one run on many targets. Its session holds an advisory lock of the track,
 * so that no second run can start on the targets of this track. The results of the targets are
 * written in batches.
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

  /** Empty if another run on the targets of this track holds the lock. */
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

  /** The run that is running now. Empty if it has just ended. */
  public static Optional<FleetRunEntry> running(Login login, Track track) throws SQLException {
    try (Connection connection = login.connect()) {
      return RunJournal.open(connection, track.label()).stream()
          .filter(run -> run.state() == JournalState.RUNNING)
          .findFirst();
    }
  }

  /** The runs of this track that were stopped, and that no later run continued. */
  public List<FleetRunEntry> stopped() throws SQLException {
    return RunJournal.open(connection, track.label());
  }

  public List<RunTarget> targets(FleetRunEntry run) throws SQLException {
    return RunJournal.targets(connection, run.id());
  }

  /** The journal's session. The caller may use it as long as no target is being changed. */
  public Connection session() {
    return connection;
  }

  /** The number of the run; 0 before it begins. */
  public long id() {
    return id;
  }

  /** Records the run and all its targets, before the first target changes. */
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

  /**
   * Ends a run that was stopped, because this run continues it. The states of its targets are
   * written as they were found.
   */
  public void continues(FleetRunEntry stopped, List<RunTarget> asFound) throws SQLException {
    RunTargetSql.execute(connection, RunTargetSql.UPDATE, stopped.id(), asFound);
    String sql =
        "UPDATE %s SET ended_at = clock_timestamp(), error = 'it was stopped', continued_by = ? WHERE id = ?"
            .formatted(RunJournal.RUNS);
    Query.of(connection, sql, id == 0 ? null : id, stopped.id()).update();
  }

  /**
   * Adds the result of one target. Now and then the calling thread writes all collected results.
   */
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

  /** Writes the results that were added since the last write. */
  public synchronized void write() throws SQLException {
    List<RunTarget> told = told();
    if (!told.isEmpty()) {
      RunTargetSql.execute(connection, RunTargetSql.UPDATE, id, told);
    }
  }

  /** Ends the run. Targets that are still pending get the status {@code left}. */
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
