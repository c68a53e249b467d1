package shareddb.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import shareddb.track.UpScript;
import shareddb.track.Version;

/** The history table as Flyway makes it, with the rows that Flyway would write. */
final class HistoryTable {

  private HistoryTable() {}

  /** With its schema, where there is none. */
  static void ensure(Connection connection, Target target) throws SQLException {
    if (History.exists(connection, target)) {
      return;
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + target.schema().quoted());
      create(connection, target);
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** In a schema that was just made, as its first row says. */
  static void create(Connection connection, Target target) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(HistorySql.table(target) + HistorySql.schemaMade(target));
    }
  }

  static void applied(
      Connection connection, Target target, int rank, UpScript script, Duration duration)
      throws SQLException {
    try (PreparedStatement row = row(connection, target, rank)) {
      row.setString(2, script.brings().map(Version::toString).orElse(null));
      row.setString(3, script.description());
      row.setString(4, "SQL");
      row.setString(5, script.script());
      row.setInt(6, Placeholders.checksum(script, target));
      row.setInt(8, (int) duration.toMillis());
      row.executeUpdate();
    }
  }

  private static PreparedStatement row(Connection connection, Target target, int rank)
      throws SQLException {
    PreparedStatement row =
        connection.prepareStatement(
            """
            INSERT INTO %s (installed_rank, version, description, type, script, checksum,
                            installed_by, execution_time, success)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, true)
            """
                .formatted(target.historyTable()));
    row.setInt(1, rank);
    row.setString(7, System.getProperty("user.name"));
    return row;
  }
}
