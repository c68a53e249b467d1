package shareddb.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.OptionalInt;
import shareddb.track.Migration;

/**
 * The history's row of a script that runs statement by statement. It is there before the first of
 * them, as one that failed, with a negative time that counts what is done: so whoever is killed
 * leaves behind how far it came, and Flyway refuses to go on.
 */
record ProgressRow(Connection connection, Target target, int rank) {

  /**
   * Begins one.
   *
   * @param checksum of the text that runs, to know whether it is still the same
   */
  static ProgressRow begin(
      Connection connection, Target target, Migration migration, String type, int checksum)
      throws SQLException {
    String sql =
        """
        INSERT INTO %1$s (installed_rank, version, description, type, script, checksum,
                          installed_by, execution_time, success)
        SELECT coalesce(max(installed_rank), 0) + 1, ?, ?, ?, ?, ?, ?, %2$d, false
        FROM %1$s
        RETURNING installed_rank
        """
            .formatted(target.historyTable(), time(0));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, migration.version().toString());
      statement.setString(2, migration.description());
      statement.setString(3, type);
      statement.setString(4, migration.script());
      statement.setInt(5, checksum);
      statement.setString(6, System.getProperty("user.name"));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new ProgressRow(connection, target, row.getInt(1));
      }
    }
  }

  /** The same row for another text, of which nothing is done. */
  void restart(String type, int checksum) throws SQLException {
    update("type = ?, checksum = ?, execution_time = ?", type, checksum, time(0));
  }

  void done(int statements) throws SQLException {
    update("execution_time = ?", time(statements));
  }

  void finish(OptionalInt checksum, Duration duration) throws SQLException {
    update(
        "success = true, checksum = ?, execution_time = ?",
        checksum.isPresent() ? checksum.getAsInt() : null,
        (int) duration.toMillis());
  }

  void remove() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM " + target.historyTable() + " WHERE installed_rank = ?")) {
      statement.setInt(1, rank);
      statement.executeUpdate();
    }
  }

  /** As the history keeps it; Flyway never writes a negative one. */
  static int time(int statements) {
    return -1 - statements;
  }

  private void update(String assignments, @org.jspecify.annotations.Nullable Object... values)
      throws SQLException {
    String sql =
        "UPDATE " + target.historyTable() + " SET " + assignments + " WHERE installed_rank = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          statement.setNull(i + 1, Types.INTEGER);
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      statement.setInt(values.length + 1, rank);
      statement.executeUpdate();
    }
  }
}
