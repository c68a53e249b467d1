package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.lock.LostSession;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/**
 * Undoes versions, transaction after transaction. If the connection is lost, it reads in the
 * history what is done, and goes on with a new connection.
 */
final class UndoSequence implements AutoCloseable {

  /**
   * The SQLSTATEs of a statement that must wait for the COMMIT of the one before: it uses a new
   * value of an enum type, or changes a table with deferred checks.
   */
  private static final Set<String> NEEDS_A_COMMIT = Set.of("55P04", "55006");

  private final Target target;
  private final OperationListener caller;
  private final LockRetries retries;
  private final Optional<Supplier<RebuildHooks>> around;
  private final List<AppliedStep> steps = new ArrayList<>();
  private Connection connection;

  UndoSequence(
      Target target,
      OperationListener caller,
      LockRetries retries,
      Optional<Supplier<RebuildHooks>> around)
      throws SQLException {
    this.target = target;
    this.caller = caller;
    this.retries = retries;
    this.around = around;
    this.connection = target.admin().connect();
  }

  Connection connection() {
    return connection;
  }

  DowngradeResult run(TrackState before, List<Migration> doomed, Version goal) throws SQLException {
    TrackState state = before;
    Optional<RebuildHooks> hook = around.map(Supplier::get);
    Deque<List<Migration>> rest =
        new ArrayDeque<>(DowngradePlan.transactions(doomed, around.isPresent()));
    while (!rest.isEmpty()) {
      List<Migration> versions = rest.pop();
      UndoTransaction transaction =
          new UndoTransaction(connection, target, retries, hook, versions);
      try {
        transaction.run(state, caller);
        state = TrackState.of(before.migrations(), History.read(connection, target));
        endTransaction();
      } catch (SQLException e) {
        if (versions.size() > 1 && NEEDS_A_COMMIT.contains(String.valueOf(e.getSQLState()))) {
          versions.reversed().forEach(version -> rest.push(List.of(version)));
          continue;
        }
        Optional<TrackState> now = now(e, transaction, state);
        Migration running = transaction.running();
        if (now.isEmpty()) {
          return new DowngradeResult.Unknown(
              state.current(), goal, running, List.copyOf(steps), StatementError.of(e));
        }
        state = now.get();
        if (state.applied().containsKey(running.version())) {
          return failed(e, state.current(), goal, running);
        }
      }
      steps.addAll(transaction.steps());
      hook = around.map(Supplier::get);
    }
    return new DowngradeResult.Downgraded(before.current(), state.current(), List.copyOf(steps));
  }

  /** The state after an error. Empty if it cannot be read. */
  private Optional<TrackState> now(
      SQLException error, UndoTransaction transaction, TrackState before) throws SQLException {
    if (LostConnection.isMeantBy(error.getSQLState())) {
      return afterLoss(before);
    } else if (transaction.isDone()) {
      throw error;
    }
    return Optional.of(before);
  }

  /** Reads the history on a new connection, with which the downgrade then goes on. */
  private Optional<TrackState> afterLoss(TrackState before) {
    Optional<Connection> another = LostSession.replaced(target.admin(), target, caller);
    if (another.isEmpty()) {
      return Optional.empty();
    }
    try {
      close();
      connection = another.get();
      retries.in(connection);
      return Optional.of(TrackState.of(before.migrations(), History.read(connection, target)));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private void endTransaction() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  private DowngradeResult failed(
      SQLException error, Version current, Version goal, Migration running) {
    Optional<Blocker> blocker =
        LockRetries.isForLock(error.getSQLState()) ? retries.blocker() : Optional.empty();
    List<AppliedStep> done = List.copyOf(steps);
    return blocker.isPresent()
        ? new DowngradeResult.Blocked(current, running, done, blocker.get())
        : new DowngradeResult.Failed(current, goal, running, done, StatementError.of(error));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
