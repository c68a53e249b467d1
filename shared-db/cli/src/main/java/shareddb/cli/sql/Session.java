package shareddb.cli.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** One connection, on which statements are run one by one. */
public final class Session {

  /** Rows that are in memory at once, where the driver can be told so. */
  private static final int FETCH_SIZE = 1000;

  private static final Pattern QUERY =
      Pattern.compile("(?is)\\(*\\s*(select|with|table|values)\\b.*");
  private static final Pattern WORDS =
      Pattern.compile("(?s)(?:\\s|--[^\n]*\n|/\\*.*?\\*/)*(\\p{L}+)(?:\\s+(\\p{L}+))?.*");

  private final Connection connection;
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

  public Session(Connection connection) {
    this.connection = connection;
  }

  /** Runs one statement and writes what comes of it. */
  public void run(String sql, Format format) throws SQLException {
    // The driver only reads a result piece by piece inside of a transaction that is its own.
    boolean piecewise = state() == TransactionState.IDLE && QUERY.matcher(sql).matches();
    if (!piecewise) {
      execute(sql, format, 0);
      return;
    }
    connection.setAutoCommit(false);
    try {
      execute(sql, format, FETCH_SIZE);
      connection.commit();
    } finally {
      if (state() != TransactionState.IDLE) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  /** Ends the statement that runs, if one does; from any thread. */
  public void cancel() throws SQLException {
    Statement statement = running.get();
    if (statement != null) {
      statement.cancel();
    }
  }

  /** As prompts show it: nothing, * inside of a transaction, ! where that one has failed. */
  String transactionSign() throws SQLException {
    return switch (state()) {
      case IDLE -> "";
      case OPEN -> "*";
      case FAILED -> "!";
    };
  }

  Connection connection() {
    return connection;
  }

  private void execute(String sql, Format format, int fetchSize) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(fetchSize);
      running.set(statement);
      if (statement.execute(sql)) {
        format.rows(statement.getResultSet());
      } else {
        done(sql, statement.getLargeUpdateCount(), format);
      }
    } finally {
      running.set(null);
    }
  }

  private static void done(String sql, long count, Format format) {
    Matcher words = WORDS.matcher(sql);
    String first = words.matches() ? words.group(1).toUpperCase(Locale.ROOT) : "DONE";
    switch (first) {
      case "INSERT", "UPDATE", "DELETE", "MERGE", "WITH" -> format.done(first, count);
      case "CREATE", "ALTER", "DROP", "COMMENT", "START" -> format.done(first + second(words), -1);
      default -> format.done(first, -1);
    }
  }

  private static String second(Matcher words) {
    String second = words.group(2);
    return second == null ? "" : " " + second.toUpperCase(Locale.ROOT);
  }

  private TransactionState state() throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState();
  }
}
