package shareddb.base.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Commits a transaction and finds out whether it was committed. An exception at COMMIT does not
 * mean that nothing was done. If the connection was lost, this class asks the server for the
 * transaction's status, by its id and on a new connection.
 */
public final class Commit {

  /** Makes a new connection to the same database. */
  public interface Connector {
    Connection connect() throws SQLException;
  }

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int ANSWER_MILLIS = 5_000;

  private Commit() {}

  /**
   * Commits the connection's transaction.
   *
   * @param again makes the new connections
   * @param limit how long to ask again, if the server does not answer or the transaction is still
   *     being committed
   */
  public static CommitOutcome of(Connection connection, Connector again, Duration limit) {
    String transaction;
    try {
      transaction =
          Query.of(connection, "SELECT pg_current_xact_id()::text").one(row -> row.getString(1));
    } catch (SQLException e) {
      return new CommitOutcome.RolledBack(e);
    }
    try {
      connection.commit();
      return new CommitOutcome.Committed();
    } catch (SQLException e) {
      return isAnswered(connection)
          ? new CommitOutcome.RolledBack(e)
          : asked(transaction, again, limit, e);
    }
  }

  /** Whether the server itself refused the COMMIT: the driver closes a connection that was lost. */
  private static boolean isAnswered(Connection connection) {
    try {
      return !connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  private static CommitOutcome asked(
      String transaction, Connector again, Duration limit, SQLException error) {
    long start = System.nanoTime();
    do {
      switch (status(transaction, again)) {
        case "committed" -> {
          return new CommitOutcome.Committed();
        }
        case "aborted" -> {
          return new CommitOutcome.RolledBack(error);
        }
        default -> LockSupport.parkNanos(PAUSE.toNanos());
      }
    } while (System.nanoTime() - start < limit.toNanos());
    return new CommitOutcome.Unknown(error);
  }

  /** The transaction's status as Postgres reports it. Empty if the server did not answer. */
  private static String status(String transaction, Connector again) {
    try (Connection connection = again.connect()) {
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      return Query.of(connection, "SELECT coalesce(pg_xact_status(?::xid8), '')", transaction)
          .one(row -> row.getString(1));
    } catch (SQLException e) {
      return "";
    }
  }
}
