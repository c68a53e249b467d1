package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.jdbc.Commit;
import shareddb.base.jdbc.CommitOutcome;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.script.StatementError;

/**
 * Records all pending migrations as applied without running them. It writes the same history rows
 * as Flyway. The caller must have proved that the schema already has everything that these
 * migrations make.
 */
public final class Adopt {

  private Adopt() {}

  public static AdoptResult run(Track track, Target target, OperationListener caller)
      throws SQLException {
    return RecordedOperation.run(
        "adopt",
        track,
        target,
        caller,
        operation -> run(track.readAll(), operation),
        OperationOutcomes::of);
  }

  private static AdoptResult run(TrackReading reading, RecordedOperation operation)
      throws SQLException {
    Target target = operation.target();
    try (Connection connection = target.admin().connect()) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, operation.caller());
      if (holder.isPresent()) {
        return new AdoptResult.Busy(holder.get());
      }
      History history = History.read(connection, target);
      TrackState state = TrackState.versioned(reading, target, history);
      if (history.rows().isEmpty()) {
        return new AdoptResult.NoHistory();
      }
      if (!state.problems().isEmpty()) {
        return new AdoptResult.Refused(state.problems());
      }
      if (!state.pending().isEmpty()) {
        operation.begins(state.current(), state.newest());
      }
      connection.setAutoCommit(false);
      for (Migration migration : state.pending()) {
        record(connection, target, migration);
      }
      return switch (Commit.of(
          connection, target.admin().reading()::connect, operation.caller().patience())) {
        case CommitOutcome.Committed() -> new AdoptResult.Adopted(state.current(), state.pending());
        case CommitOutcome.RolledBack(SQLException error) ->
            new AdoptResult.NotRecorded(StatementError.of(error));
        case CommitOutcome.Unknown(SQLException error) ->
            new AdoptResult.Unknown(StatementError.of(error));
      };
    }
  }

  /** Writes the history row of one script, after all existing rows. */
  public static void record(Connection connection, Target target, UpgradeScript script)
      throws SQLException {
    Query.execute(
        connection, HistorySql.applied(target, HistorySql.nextRank(target), script).sql("0"));
  }
}
