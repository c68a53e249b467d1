package shareddb.migrate.snapshot.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import shareddb.base.jdbc.TransactionLimit;

/** What a transaction must be set to, so that rows are written and read in the one same form. */
public final class CopySession {

  private static final List<String> SETTINGS =
      List.of(
          // Refuse to leave out the rows that a policy hides.
          "row_security = off",
          // Names in values (regclass, regproc) are written with their schema.
          "search_path = ''",
          "DateStyle = 'ISO, YMD'",
          "IntervalStyle = postgres",
          "TimeZone = 'UTC'",
          "bytea_output = hex",
          "extra_float_digits = 3",
          "xmloption = content",
          "statement_timeout = 0",
          "idle_in_transaction_session_timeout = 0");

  private CopySession() {}

  /** For the rest of this transaction. */
  public static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute("SET LOCAL " + setting);
      }
    }
    TransactionLimit.lift(connection);
  }
}
