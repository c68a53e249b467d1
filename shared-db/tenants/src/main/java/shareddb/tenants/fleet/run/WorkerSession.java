package shareddb.tenants.fleet.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.migrate.script.ScriptBatch;
import shareddb.tenants.fleet.target.UnreachableDatabase;

/** The one connection of a worker: kept from target to target, and made anew where it broke. */
final class WorkerSession implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final int PAUSE_MILLIS = 200;

  private @Nullable Connection connection;
  private @Nullable Login login;

  /** To the database of this target. */
  Connection to(Target target) throws SQLException {
    Connection open = connection;
    if (open != null && target.admin().equals(login) && !open.isClosed()) {
      return open;
    }
    close();
    open = connect(target);
    connection = open;
    login = target.admin();
    return open;
  }

  /** Waits until all that this connection has committed is on the disk. */
  void keep() throws SQLException {
    Query.execute(present(), ScriptBatch.KEPT);
  }

  /**
   * The schema that this connection moved last, and did not keep yet; empty where there is none.
   */
  String lastMoved() throws SQLException {
    return Query.of(present(), ScriptBatch.MOVED).one(row -> String.valueOf(row.getString(1)));
  }

  private Connection present() throws SQLException {
    if (connection == null) {
      throw new SQLException("the connection is gone", "08003");
    }
    return connection;
  }

  /** All of it is done, and no transaction is left open; else the last one of it was not. */
  void run(Target target, String sql) throws SQLException {
    Connection open = to(target);
    Query.execute(open, sql);
    if (open.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
      throw new SQLException("the script takes what comes after it as a part of itself", "42601");
    }
  }

  /** Leaves no transaction open; whether the connection is still of use. */
  boolean isCleared() {
    Connection open = connection;
    if (open == null) {
      return false;
    }
    try {
      Query.execute(open, "ROLLBACK");
      return true;
    } catch (SQLException e) {
      close();
      return false;
    }
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // It is gone, which is all that was wanted.
        return;
      }
    }
  }

  private static Connection connect(Target target) throws SQLException {
    Login patient =
        target
            .admin()
            .withSession(WaitLimits.lockTimeout(WaitLimits.TRY), "client_min_messages=error");
    for (int attempt = 1; ; attempt++) {
      try {
        return patient.connect();
      } catch (SQLException e) {
        if (attempt == ATTEMPTS) {
          throw new Unreachable(UnreachableDatabase.said(target.admin(), e), e);
        }
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) throws Unreachable {
    try {
      TimeUnit.MILLISECONDS.sleep((long) PAUSE_MILLIS * attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", new SQLException("interrupted", e));
    }
  }

  /** The server does not answer, so that nobody knows how things stand there. */
  static final class Unreachable extends SQLException {
    private static final long serialVersionUID = 1L;

    private Unreachable(String said, SQLException cause) {
      super(said, cause.getSQLState(), cause);
    }
  }
}
