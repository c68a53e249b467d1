package shareddb.learn.classroom;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Commit;
import shareddb.base.jdbc.CommitOutcome;
import shareddb.base.jdbc.OutcomeUnknown;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.WaitLimits;

/** One transaction that changes a class. Two of them wait for each other. */
final class ClassTransaction {

  /** The work of the transaction. */
  interface Work<R> {
    R in(Connection connection) throws SQLException;
  }

  private static final String LOCK = "LOCK TABLE class.learner IN SHARE ROW EXCLUSIVE MODE";

  private ClassTransaction() {}

  /** Throws {@link OutcomeUnknown} if the server could not be asked whether it was committed. */
  static <R> R run(ClassDatabase database, Work<R> work) throws SQLException {
    try (Connection connection = database.admin().connect()) {
      connection.setAutoCommit(false);
      Query.execute(connection, LOCK);
      R result = work.in(connection);
      return switch (Commit.of(connection, database.admin()::connect, WaitLimits.PATIENCE)) {
        case CommitOutcome.Committed() -> result;
        case CommitOutcome.RolledBack(SQLException error) -> throw error;
        case CommitOutcome.Unknown(SQLException error) -> throw new OutcomeUnknown(error);
      };
    }
  }
}
