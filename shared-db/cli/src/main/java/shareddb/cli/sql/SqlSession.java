package shareddb.cli.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import shareddb.base.jdbc.SqlExecution;
import shareddb.base.sql.BackslashQuotes;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.StatementKind;

/** One connection that runs statements one by one. */
public final class SqlSession {

  /**
   * How many rows of a query are in memory at once, if the driver can read the result in pieces.
   */
  private static final int FETCH_SIZE = 1000;

  private static final Set<String> QUERIES = Set.of("select", "with", "table", "values");

  private final Connection connection;
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

  public SqlSession(Connection connection) {
    this.connection = connection;
  }

  /** Runs one statement and writes its result. */
  public void run(SqlStatement statement, ResultFormat format) throws SQLException {
    // The driver reads a result in pieces only inside a transaction, so this opens one for a query
    // outside of any.
    boolean piecewise = state() == TransactionState.IDLE && isQuery(statement);
    if (!piecewise) {
      execute(statement, format, 0);
      return;
    }
    connection.setAutoCommit(false);
    try {
      execute(statement, format, FETCH_SIZE);
      connection.commit();
    } finally {
      if (state() != TransactionState.IDLE) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  /** Cancels the running statement, if there is one. Any thread may call this. */
  public void cancel() throws SQLException {
    Statement statement = running.get();
    if (statement != null) {
      statement.cancel();
    }
  }

  /**
   * The transaction's sign in the prompt: nothing, {@code *} in an open transaction, {@code !} in a
   * failed one.
   */
  String transactionSign() throws SQLException {
    return switch (state()) {
      case IDLE -> "";
      case OPEN -> "*";
      case FAILED -> "!";
    };
  }

  /** Returns how the session reads a backslash in a string now. */
  BackslashQuotes quotes() throws SQLException {
    return connection.unwrap(BaseConnection.class).getStandardConformingStrings()
        ? BackslashQuotes.STANDARD
        : BackslashQuotes.WITH_BACKSLASHES;
  }

  Connection connection() {
    return connection;
  }

  private static boolean isQuery(SqlStatement statement) {
    return statement.tokens().stream()
        .filter(token -> !token.is("("))
        .findFirst()
        .filter(token -> QUERIES.contains(token.identifier()))
        .isPresent();
  }

  private void execute(SqlStatement sql, ResultFormat format, int fetchSize) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(fetchSize);
      running.set(statement);
      if (sql.kind() == StatementKind.COPY_FROM_STDIN) {
        format.done("COPY", SqlExecution.copy(connection, sql));
      } else if (statement.execute(sql.text())) {
        format.rows(ResultRows.of(statement.getResultSet()));
      } else {
        done(sql, statement.getLargeUpdateCount(), format);
      }
    } finally {
      running.set(null);
    }
  }

  private static void done(SqlStatement sql, long count, ResultFormat format) {
    String first = word(sql, 0);
    switch (first) {
      case "INSERT", "UPDATE", "DELETE", "MERGE", "WITH" -> format.done(first, count);
      case "CREATE", "ALTER", "DROP", "COMMENT", "START" ->
          format.done((first + " " + word(sql, 1)).strip(), -1);
      default -> format.done(first, -1);
    }
  }

  private static String word(SqlStatement sql, int place) {
    return sql.tokens().size() > place
        ? sql.tokens().get(place).text().toUpperCase(Locale.ROOT)
        : "";
  }

  private TransactionState state() throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState();
  }
}
