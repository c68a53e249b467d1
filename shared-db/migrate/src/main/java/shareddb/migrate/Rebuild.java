package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Commit;
import shareddb.base.jdbc.CommitOutcome;
import shareddb.base.jdbc.Query;
import shareddb.base.track.ScriptCheck;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.AbandonedSession;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.ExclusiveTables;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.role.ApiRole;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.CommitGuard;
import shareddb.migrate.script.NewEnumValues;
import shareddb.migrate.script.NewSchema;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.ScriptRunner;
import shareddb.migrate.script.StatementError;

/**
 * Drops a target's schema and makes it again with some of its track's migrations, in one
 * transaction. If the tool is killed in the middle, the old schema stays as it was. This class
 * writes the same history rows as Flyway would.
 */
public final class Rebuild {

  private final Connection connection;
  private final RecordedOperation operation;
  private final Target target;
  private final LockRetries retries;

  private Rebuild(Connection connection, RecordedOperation operation, LockRetries retries) {
    this.connection = connection;
    this.operation = operation;
    this.target = operation.target();
    this.retries = retries;
  }

  /**
   * Applies the scripts in the given order. Throws {@link shareddb.base.track.InvalidTrack} before
   * anything is done, if a script cannot run to its end.
   *
   * @param operation the name that the journal records
   */
  public static RebuildResult run(
      String operation,
      Track track,
      Target target,
      List<? extends UpgradeScript> scripts,
      RebuildHooks around,
      OperationListener caller)
      throws SQLException {
    ScriptCheck.require(scripts.stream().map(UpgradeScript::file));
    return RecordedOperation.run(
        operation,
        track,
        target,
        caller,
        recorded -> run(recorded, scripts, around),
        OperationOutcomes::of);
  }

  private static RebuildResult run(
      RecordedOperation operation, List<? extends UpgradeScript> scripts, RebuildHooks around)
      throws SQLException {
    Target target = operation.target();
    OperationListener caller = operation.caller();
    try (Connection connection = target.admin().connect();
        LockRetries retries = new LockRetries(target, caller)) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, caller);
      if (holder.isPresent()) {
        return new RebuildResult.Busy(holder.get());
      }
      if (!caller.hasSeenToTheRole()) {
        ApiRole.ensure(connection, target);
      }
      retries.in(connection);
      return new Rebuild(connection, operation, retries).inOneTransaction(scripts, around);
    }
  }

  private RebuildResult inOneTransaction(List<? extends UpgradeScript> scripts, RebuildHooks around)
      throws SQLException {
    Query.execute(connection, "SET client_min_messages = warning");
    AbandonedSession.endSoon(connection);
    connection.setAutoCommit(false);
    RebuildResult result = remadeOrNot(scripts, around);
    if (result instanceof RebuildResult.Rebuilt) {
      CommitGuard.release(connection);
      return switch (Commit.of(
          connection, target.admin().reading()::connect, operation.caller().patience())) {
        case CommitOutcome.Committed() -> result;
        case CommitOutcome.RolledBack(SQLException error) ->
            new RebuildResult.NotDropped(StatementError.of(error));
        case CommitOutcome.Unknown(SQLException error) ->
            new RebuildResult.Unknown(StatementError.of(error));
      };
    }
    connection.rollback();
    return result;
  }

  /** An exception before COMMIT means that nothing was changed. */
  private RebuildResult remadeOrNot(List<? extends UpgradeScript> scripts, RebuildHooks around)
      throws SQLException {
    try {
      return remade(scripts, around);
    } catch (SQLException | RuntimeException e) {
      operation.ends(new OperationOutcome.Unchanged(String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private RebuildResult remade(List<? extends UpgradeScript> scripts, RebuildHooks around)
      throws SQLException {
    boolean existed;
    try {
      existed = exists();
      ExclusiveTables.lock(connection, target, retries);
      operation.begins(current(), last(scripts));
      CommitGuard.raise(connection);
    } catch (SQLException e) {
      return notDropped(e);
    }
    List<String> dependents = OutsideDependents.of(connection, target);
    List<String> irreplaceable = OutsideDependents.irreplaceable(dependents);
    if (!irreplaceable.isEmpty()) {
      return new RebuildResult.NeededOutside(irreplaceable);
    }
    if (existed) {
      // The rollback to the savepoint removes the settings that the hook makes for the
      // transaction. They must not reach the scripts.
      Savepoint before = connection.setSavepoint();
      around.oldSchema(connection);
      connection.rollback(before);
      // Within a savepoint, a script could not use a value that it adds to an enum.
      connection.releaseSavepoint(before);
    }
    try {
      Query.execute(connection, "DROP SCHEMA IF EXISTS " + target.schema().quoted() + " CASCADE");
      Query.execute(connection, HistorySql.schema(target));
    } catch (SQLException e) {
      return notDropped(e);
    }
    return built(existed, scripts, dependents, around);
  }

  private RebuildResult notDropped(SQLException error) {
    Optional<Blocker> blocker =
        LockRetries.isForLock(error.getSQLState()) ? retries.blocker() : Optional.empty();
    return blocker.isPresent()
        ? new RebuildResult.Blocked(blocker.get())
        : new RebuildResult.NotDropped(StatementError.of(error));
  }

  private Version current() throws SQLException {
    return TrackState.of(List.of(), History.read(connection, target)).current();
  }

  static Version last(List<? extends UpgradeScript> scripts) {
    return scripts.stream()
        .flatMap(script -> script.brings().stream())
        .reduce(Version.NONE, (lower, higher) -> higher);
  }

  private RebuildResult built(
      boolean existed,
      List<? extends UpgradeScript> scripts,
      List<String> extensions,
      RebuildHooks around)
      throws SQLException {
    List<AppliedStep> steps = new ArrayList<>();
    List<PlannedScript> planned = NewSchema.plan(target, scripts);
    for (PlannedScript script : planned) {
      try {
        AppliedStep step = ScriptRunner.run(connection, script);
        NewEnumValues.makeUsableInNewSchema(connection);
        steps.add(step);
      } catch (SQLException e) {
        UpgradeScript failed = scripts.get(steps.size());
        return new RebuildResult.NotBuilt(failed, CommitGuard.explained(StatementError.of(e)));
      }
    }
    List<String> there = OutsideDependents.of(connection, target);
    List<String> lost = extensions.stream().filter(one -> !there.contains(one)).toList();
    if (!lost.isEmpty()) {
      return new RebuildResult.NeededOutside(lost);
    }
    return around.newSchema(connection)
        ? new RebuildResult.Rebuilt(existed, List.copyOf(steps))
        : new RebuildResult.TakenBack();
  }

  private boolean exists() throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?)";
    return Query.of(connection, sql, target.schema().value()).isTrue();
  }
}
