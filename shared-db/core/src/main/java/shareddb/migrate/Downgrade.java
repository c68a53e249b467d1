package shareddb.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.jdbc.Query;
import shareddb.jdbc.SqlExecution;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/**
 * Undoes versions, newest first. Flyway's free edition has no undo: the undo script and a row of
 * type DELETE are one transaction; Flyway then sees the version as pending again, and the history
 * keeps the trace.
 */
public final class Downgrade {

  private final Connection connection;
  private final Target target;
  private final Caller caller;
  private final Retries retries;

  private Downgrade(Connection connection, Target target, Caller caller, Retries retries) {
    this.connection = connection;
    this.target = target;
    this.caller = caller;
    this.retries = retries;
  }

  public static DowngradeResult run(Track track, Target target, DowngradeTo to)
      throws SQLException {
    return run(track, target, to, Caller.SILENT);
  }

  public static DowngradeResult run(Track track, Target target, DowngradeTo to, Caller caller)
      throws SQLException {
    TrackReading reading = track.readAll();
    try (Connection connection = target.admin().connect();
        Retries retries = new Retries(target, caller)) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, caller);
      if (holder.isPresent()) {
        return new DowngradeResult.Busy(holder.get());
      }
      retries.in(connection);
      TrackState state = TrackState.versioned(reading, target, History.read(connection, target));
      return new Downgrade(connection, target, caller, retries).run(state, to);
    }
  }

  private DowngradeResult run(TrackState state, DowngradeTo to) throws SQLException {
    Optional<DowngradeResult> end = DowngradePlan.end(state, to);
    if (end.isPresent()) {
      return end.get();
    }
    List<Migration> doomed = DowngradePlan.doomed(state, to);
    caller.begins(state.current(), DowngradePlan.below(state, doomed.getLast()));
    return undo(state, doomed);
  }

  private DowngradeResult undo(TrackState before, List<Migration> doomed) throws SQLException {
    List<AppliedStep> steps = new ArrayList<>();
    TrackState state = before;
    for (Migration migration : doomed) {
      try {
        steps.add(undone(migration, state.row(migration.version())));
      } catch (SQLException e) {
        return failed(e, state.current(), migration, List.copyOf(steps));
      }
      state = TrackState.of(before.migrations(), History.read(connection, target));
      endTransaction();
    }
    return new DowngradeResult.Downgraded(before.current(), state.current(), List.copyOf(steps));
  }

  private void endTransaction() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  private DowngradeResult failed(
      SQLException error, Version current, Migration migration, List<AppliedStep> steps) {
    Optional<Blocker> blocker =
        Retries.isForLock(error.getSQLState()) ? retries.blocker() : Optional.empty();
    return blocker.isPresent()
        ? new DowngradeResult.Blocked(current, migration, steps, blocker.get())
        : new DowngradeResult.Failed(current, migration, steps, StatementError.of(error));
  }

  private AppliedStep undone(Migration migration, HistoryRow applied) throws SQLException {
    if (ScriptText.of(migration.undo().orElseThrow()).inOneTransaction()) {
      return undoPatiently(migration, applied);
    }
    connection.setAutoCommit(true);
    return new Piecemeal(connection, target, caller, retries).undo(migration, applied);
  }

  private AppliedStep undoPatiently(Migration migration, HistoryRow applied) throws SQLException {
    while (true) {
      try {
        return undoOne(migration, applied);
      } catch (SQLException e) {
        connection.rollback();
        if (!retries.again(e)) {
          throw e;
        }
      }
    }
  }

  private AppliedStep undoOne(Migration migration, HistoryRow applied) throws SQLException {
    long start = System.nanoTime();
    connection.setAutoCommit(false);
    Query.execute(connection, "SET LOCAL lock_timeout = '" + Retries.EACH + "'");
    Query.execute(connection, "SET LOCAL search_path = " + target.schema().quoted());
    SqlExecution.run(connection, ScriptText.of(migration.undo().orElseThrow()).on(target));
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    if (!applied.success()) {
      // A version that never was there as a whole leaves no trace, as with Flyway's own repair.
      new ProgressRow(connection, target, applied.rank()).remove();
    } else {
      recordUndone(migration, duration);
    }
    connection.commit();
    return new AppliedStep(
        migration.brings(), migration.description(), migration.undoScript(), duration);
  }

  private void recordUndone(Migration migration, Duration duration) throws SQLException {
    String sql =
        """
        INSERT INTO %1$s (installed_rank, version, description, type, script, checksum,
                          installed_by, execution_time, success)
        SELECT max(installed_rank) + 1, ?, ?, '%2$s', ?, NULL, ?, ?, true
        FROM %1$s
        """
            .formatted(target.historyTable(), HistoryRow.DELETE);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, migration.version().toString());
      statement.setString(2, migration.description());
      statement.setString(3, migration.script());
      statement.setString(4, System.getProperty("user.name"));
      statement.setInt(5, (int) duration.toMillis());
      statement.executeUpdate();
    }
  }
}
