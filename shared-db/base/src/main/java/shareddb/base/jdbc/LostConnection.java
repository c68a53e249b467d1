package shareddb.base.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Handles a connection that broke. The last statement on it may be done or not. */
public final class LostConnection {

  /** Work on a connection. */
  public interface Work<R> {
    R on(Connection connection) throws SQLException;
  }

  private static final String CONNECTION = "08";

  /** The session was terminated, the server stopped, or a timeout ended the session. */
  private static final Set<String> ENDED =
      Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25P04");

  private static final Duration PAUSE = Duration.ofMillis(50);

  private LostConnection() {}

  /** Whether an error with this SQLSTATE ends its connection. */
  public static boolean isMeantBy(@Nullable String sqlState) {
    return sqlState != null && (sqlState.startsWith(CONNECTION) || ENDED.contains(sqlState));
  }

  /**
   * Does the work on its own connection. If the connection is lost, the work is done again on a new
   * one, so it must be safe to do twice. Throws {@link OutcomeUnknown} if connections are lost for
   * longer than the limit.
   */
  public static <R> R doneAgain(Commit.Connector connector, Duration limit, Work<R> work)
      throws SQLException {
    // If this first connection fails, nothing was done.
    Connection first = connector.connect();
    try (first) {
      return work.on(first);
    } catch (SQLException e) {
      if (!isMeantBy(e.getSQLState())) {
        throw e;
      }
      return afterLoss(connector, limit, work, e);
    }
  }

  private static <R> R afterLoss(
      Commit.Connector connector, Duration limit, Work<R> work, SQLException loss)
      throws SQLException {
    long start = System.nanoTime();
    do {
      try (Connection connection = connector.connect()) {
        return work.on(connection);
      } catch (SQLException e) {
        if (!isMeantBy(e.getSQLState())) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } while (System.nanoTime() - start < limit.toNanos());
    throw new OutcomeUnknown(loss);
  }
}
