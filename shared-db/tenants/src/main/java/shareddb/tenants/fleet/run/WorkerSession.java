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
import shareddb.tenants.fleet.targets.UnreachableDatabase;

/** The connection of one worker. It is kept from target to target, and replaced when it broke. */
public final class WorkerSession implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final int PAUSE_MILLIS = 200;

  private @Nullable Connection connection;
  private @Nullable Login login;

  /** The connection to the target's database. */
  public Connection to(Target target) throws SQLException {
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

  /** Waits until all commits of this connection are on the disk. */
  void keep() throws SQLException {
    Query.execute(present(), ScriptBatch.KEPT);
  }

  /** The schema that this connection changed last; empty if it has waited for the disk since. */
  String lastMoved() throws SQLException {
    return Query.of(present(), ScriptBatch.MOVED).one(row -> String.valueOf(row.getString(1)));
  }

  private Connection present() throws SQLException {
    if (connection == null) {
      throw new SQLException("the connection is gone", "08003");
    }
    return connection;
  }

  /**
   * Runs a text. Throws if a transaction is open afterwards, because then the last COMMIT was not
   * done.
   */
  void run(Target target, String sql) throws SQLException {
    Connection open = to(target);
    Query.execute(open, sql);
    if (open.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
      throw new SQLException("the script takes what comes after it as a part of itself", "42601");
    }
  }

  /** Rolls back an open transaction, and returns whether the connection can still be used. */
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
        // The connection is closed in any case, so there is nothing to do.
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

  /** The server does not answer, so that the state of its targets is not known. */
  public static final class Unreachable extends SQLException {
    private static final long serialVersionUID = 1L;

    private Unreachable(String said, SQLException cause) {
      super(said, cause.getSQLState(), cause);
    }
  }
}
