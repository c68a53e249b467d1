package shareddb.migrate.repair;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.jdbc.Commit;
import shareddb.base.jdbc.CommitOutcome;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.script.StatementError;

/**
 * Changes a history so that it fits the files again, in one transaction, and only as a plan says
 * that the caller has shown before.
 */
public final class Repair {

  private static final OperationOutcome NOT_BEGUN =
      OperationOutcome.failed("it was found out before anything began");

  private Repair() {}

  /** Reads the history and the files, and changes nothing. */
  public static RepairPlan plan(Track track, Target target) throws SQLException {
    return RepairPlan.of(track.readAll(), target, History.of(target));
  }

  public static RepairResult run(
      Track track, Target target, RepairPlan plan, OperationListener caller) throws SQLException {
    TrackReading reading = track.readAll();
    return RecordedOperation.run(
        "repair",
        track,
        target,
        caller,
        operation -> run(reading, plan, operation),
        Repair::outcome);
  }

  private static RepairResult run(
      TrackReading reading, RepairPlan plan, RecordedOperation operation) throws SQLException {
    Target target = operation.target();
    try (Connection connection = target.admin().connect()) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, operation.caller());
      if (holder.isPresent()) {
        return new RepairResult.Busy(holder.get());
      }
      RepairPlan now = RepairPlan.of(reading, target, History.read(connection, target));
      if (!now.equals(plan)) {
        return new RepairResult.Changed(now);
      }
      if (plan.changes().isEmpty()) {
        return new RepairResult.Repaired(plan, plan.current());
      }
      operation.begins(plan.current(), plan.current());
      connection.setAutoCommit(false);
      return changed(connection, reading, plan, operation);
    }
  }

  private static RepairResult changed(
      Connection connection, TrackReading reading, RepairPlan plan, RecordedOperation operation)
      throws SQLException {
    Target target = operation.target();
    Version version;
    try {
      Query.execute(
          connection,
          plan.changes().stream().map(change -> change.sql(target)).collect(Collectors.joining()));
      version = TrackState.of(reading, target, History.read(connection, target)).current();
    } catch (SQLException e) {
      connection.rollback();
      return new RepairResult.NotRepaired(StatementError.of(e));
    }
    return switch (Commit.of(
        connection, target.admin().reading()::connect, operation.caller().patience())) {
      case CommitOutcome.Committed() -> new RepairResult.Repaired(plan, version);
      case CommitOutcome.RolledBack(SQLException error) ->
          new RepairResult.NotRepaired(StatementError.of(error));
      case CommitOutcome.Unknown(SQLException error) ->
          new RepairResult.Unknown(StatementError.of(error));
    };
  }

  private static OperationOutcome outcome(RepairResult result) {
    return switch (result) {
      case RepairResult.Repaired repaired -> OperationOutcome.done(repaired.now());
      case RepairResult.NotRepaired(StatementError error) ->
          new OperationOutcome.Unchanged(error.line());
      case RepairResult.Unknown(StatementError error) ->
          new OperationOutcome.Unknown("it is not known whether it was done: " + error.line());
      case RepairResult.Changed changed -> NOT_BEGUN;
      case RepairResult.Busy busy -> NOT_BEGUN;
    };
  }
}
