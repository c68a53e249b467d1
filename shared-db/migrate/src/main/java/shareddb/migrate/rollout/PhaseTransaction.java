package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.jdbc.Commit;
import shareddb.base.jdbc.CommitOutcome;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.script.StatementError;

/**
 * One phase as one transaction, under the target's lock. Each try waits only shortly for the locks
 * on tables, because requests queue behind it.
 */
final class PhaseTransaction {

  /** The statements of the phase. */
  @FunctionalInterface
  interface Work {
    void in(Connection connection) throws SQLException;
  }

  private PhaseTransaction() {}

  /** Runs the work until it is committed. Empty if it is. */
  static Optional<RolloutResult> run(
      RolloutPhase phase, Target target, OperationListener caller, Work work) throws SQLException {
    try (Connection connection = session(target.admin()).connect();
        LockRetries retries = new LockRetries(target, caller)) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, caller);
      if (holder.isPresent()) {
        return Optional.of(new RolloutResult.Busy(holder.get()));
      }
      retries.in(connection);
      connection.setAutoCommit(false);
      while (true) {
        try {
          work.in(connection);
          return ended(phase, Commit.of(connection, target.admin()::connect, caller.patience()));
        } catch (SQLException e) {
          if (LostConnection.isMeantBy(e.getSQLState())) {
            return Optional.of(new RolloutResult.Failed(phase, StatementError.of(e)));
          }
          connection.rollback();
          if (!retries.again(e)) {
            return Optional.of(refused(phase, e, retries));
          }
        }
      }
    }
  }

  private static Login session(Login admin) {
    return admin.withSession(WaitLimits.lockTimeout(WaitLimits.TRY), "client_min_messages=warning");
  }

  private static Optional<RolloutResult> ended(RolloutPhase phase, CommitOutcome outcome)
      throws SQLException {
    return switch (outcome) {
      case CommitOutcome.Committed committed -> Optional.empty();
      case CommitOutcome.RolledBack(SQLException error) -> throw error;
      case CommitOutcome.Unknown(SQLException error) ->
          Optional.of(new RolloutResult.Unknown(phase, StatementError.of(error)));
    };
  }

  private static RolloutResult refused(
      RolloutPhase phase, SQLException error, LockRetries retries) {
    Optional<Blocker> blocker =
        LockRetries.isForLock(error.getSQLState()) ? retries.blocker() : Optional.empty();
    return blocker.isPresent()
        ? new RolloutResult.Blocked(phase, blocker.get())
        : new RolloutResult.Failed(phase, StatementError.of(error));
  }
}
