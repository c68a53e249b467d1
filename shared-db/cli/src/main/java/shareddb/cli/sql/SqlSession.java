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

/** One connection, on which statements are run one by one. */
public final class SqlSession {

  /** Rows that are in memory at once, where the driver can be told so. */
  private static final int FETCH_SIZE = 1000;

  private static final Set<String> QUERIES = Set.of("select", "with", "table", "values");

  private final Connection connection;
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

  public SqlSession(Connection connection) {
    this.connection = connection;
  }

  /** Runs one statement and writes what comes of it. */
  public void run(SqlStatement statement, ResultFormat format) throws SQLException {
    // The driver only reads a result piece by piece inside of a transaction that is its own.
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

  /** What a backslash in a string means to it now. */
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
        format.rows(statement.getResultSet());
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
