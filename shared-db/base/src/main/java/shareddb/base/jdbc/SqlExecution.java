package shareddb.base.jdbc;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.StatementKind;

/**
 * Runs the statements of a text one after the other, including COPY … FROM STDIN with its data.
 * This tool's own reader finds the end of each statement, because the driver reads some texts
 * differently.
 */
public final class SqlExecution {

  private SqlExecution() {}

  public static void run(Connection connection, String text) throws SQLException {
    for (SqlStatement statement : SqlScript.of(text).statements()) {
      run(connection, statement);
    }
  }

  public static void run(Connection connection, SqlStatement statement) throws SQLException {
    if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
      copy(connection, statement);
    } else {
      Query.execute(connection, statement.text());
    }
  }

  /** Loads the data of a COPY and returns the number of rows. */
  public static long copy(Connection connection, SqlStatement statement) throws SQLException {
    if (!statement.isEnded()) {
      throw new SQLException("the data of COPY … FROM STDIN has no end", "42601");
    }
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(statement.text(), new StringReader(statement.data()));
    } catch (IOException e) {
      throw new SQLException("the connection broke during COPY: " + e.getMessage(), "08006", e);
    }
  }
}
