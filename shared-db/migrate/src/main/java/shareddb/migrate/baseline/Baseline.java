package shareddb.migrate.baseline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Commit;
import shareddb.base.jdbc.CommitOutcome;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.script.StatementError;

/**
 * Makes the history table of a schema that has none, and records the migrations up to a version as
 * applied, in one transaction. The rows are those that Flyway would have written. The caller must
 * have proved that the schema is what these migrations make.
 */
public final class Baseline {

  private static final OperationOutcome NOT_BEGUN =
      OperationOutcome.failed("it was found out before anything began");

  private Baseline() {}

  public static BaselineResult run(
      Track track, Target target, Version version, OperationListener caller) throws SQLException {
    List<Migration> migrations =
        track.readAll().migrations().stream()
            .filter(migration -> migration.version().compareTo(version) <= 0)
            .toList();
    return RecordedOperation.run(
        "baseline",
        track,
        target,
        caller,
        operation -> run(migrations, version, operation),
        Baseline::outcome);
  }

  private static BaselineResult run(
      List<Migration> migrations, Version version, RecordedOperation operation)
      throws SQLException {
    Target target = operation.target();
    try (Connection connection = target.admin().connect()) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, operation.caller());
      if (holder.isPresent()) {
        return new BaselineResult.Busy(holder.get());
      }
      if (History.exists(connection, target)) {
        History history = History.read(connection, target);
        return new BaselineResult.HasHistory(TrackState.of(migrations, history).current());
      }
      operation.begins(Version.NONE, version);
      connection.setAutoCommit(false);
      try {
        Query.execute(connection, sql(target, migrations));
      } catch (SQLException e) {
        connection.rollback();
        return new BaselineResult.NotRecorded(StatementError.of(e));
      }
      return switch (Commit.of(
          connection, target.admin().reading()::connect, operation.caller().patience())) {
        case CommitOutcome.Committed() -> new BaselineResult.Recorded(version, migrations);
        case CommitOutcome.RolledBack(SQLException error) ->
            new BaselineResult.NotRecorded(StatementError.of(error));
        case CommitOutcome.Unknown(SQLException error) ->
            new BaselineResult.Unknown(StatementError.of(error));
      };
    }
  }

  private static String sql(Target target, List<Migration> migrations) {
    StringBuilder sql = new StringBuilder(HistorySql.table(target));
    for (int i = 0; i < migrations.size(); i++) {
      sql.append(HistorySql.applied(target, i + 1, migrations.get(i)).sql("0"));
    }
    return sql.toString();
  }

  private static OperationOutcome outcome(BaselineResult result) {
    return switch (result) {
      case BaselineResult.Recorded recorded -> OperationOutcome.done(recorded.version());
      case BaselineResult.NotRecorded(StatementError error) ->
          new OperationOutcome.Unchanged(error.line());
      case BaselineResult.Unknown(StatementError error) ->
          new OperationOutcome.Unknown("it is not known whether it was done: " + error.line());
      case BaselineResult.HasHistory there -> NOT_BEGUN;
      case BaselineResult.Busy busy -> NOT_BEGUN;
    };
  }
}
