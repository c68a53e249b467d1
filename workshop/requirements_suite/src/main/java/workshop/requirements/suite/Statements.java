package workshop.requirements.suite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import shareddb.base.names.WriteLockName;
import shareddb.base.settings.Login;

/** SQL as it is typed, for what no route offers. */
public final class Statements {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Statements() {}

  public static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs it in a transaction that ends when the connection is closed. */
  public static Connection held(Login login, String sql) {
    try {
      Connection connection = login.connect();
      connection.setAutoCommit(false);
      run(connection, sql);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until another session waits for a lock, such as the one that this connection holds. */
  public static void awaitWaiter(Connection held) throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (column(held, "SELECT pid FROM pg_locks WHERE NOT granted").isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no session waits for a lock");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Takes the lock that a relocation takes; it is free again when this has been closed. */
  public static AutoCloseable shut(Login login, WriteLockName gate) {
    Connection connection =
        held(
            login,
            "SELECT pg_advisory_xact_lock(hashtextextended('%s', 0))".formatted(gate.value()));
    return () -> {
      connection.rollback();
      connection.close();
    };
  }

  /** The first column of all rows. */
  public static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
