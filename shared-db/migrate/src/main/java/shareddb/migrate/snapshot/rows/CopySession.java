package shareddb.migrate.snapshot.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import shareddb.base.jdbc.TransactionLimit;

/** The settings that a transaction needs so that COPY writes and reads rows in the same form. */
public final class CopySession {

  private static final List<String> SETTINGS =
      List.of(
          // COPY fails if a row security policy would hide rows.
          "row_security = off",
          // COPY writes names in values (regclass, regproc) with their schema.
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

  /** Applies the settings to the rest of this transaction. */
  public static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute("SET LOCAL " + setting);
      }
    }
    TransactionLimit.lift(connection);
  }
}
