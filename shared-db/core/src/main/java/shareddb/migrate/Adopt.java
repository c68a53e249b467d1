package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.jdbc.Commit;
import shareddb.jdbc.CommitOutcome;
import shareddb.jdbc.Query;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.TrackReading;
import shareddb.track.UpScript;

/**
 * Records what is pending as applied without running it, in rows as Flyway writes them. Whoever
 * calls this has proved that the schema has all of it already.
 */
public final class Adopt {

  private Adopt() {}

  public static AdoptResult run(Track track, Target target, Caller caller) throws SQLException {
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
          connection, target.admin()::connect, operation.caller().patience())) {
        case CommitOutcome.Committed() -> new AdoptResult.Adopted(state.current(), state.pending());
        case CommitOutcome.RolledBack(SQLException error) ->
            new AdoptResult.NotRecorded(StatementError.of(error));
        case CommitOutcome.Unknown(SQLException error) ->
            new AdoptResult.Unknown(StatementError.of(error));
      };
    }
  }

  /** One of them, behind all rows that are there. */
  public static void record(Connection connection, Target target, UpScript script)
      throws SQLException {
    Query.execute(
        connection, HistorySql.applied(target, HistorySql.nextRank(target), script).sql("0"));
  }
}
