package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Target;
import shareddb.base.track.TrackReading;
import shareddb.migrate.Adopt;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;

/**
 * Corrects the restored history, because the schema was made with today's files: it gets their
 * checksums and names, and rows of half-done scripts are deleted.
 */
final class RestoredHistory {

  private RestoredHistory() {}

  static void amend(Connection connection, Target target, TrackReading track) throws SQLException {
    List<Migration> migrations = track.migrations();
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM " + target.historyTable() + " WHERE NOT success");
    }
    repeat(connection, target, track.repeatables());
    TrackState state = TrackState.of(migrations, History.read(connection, target));
    for (Migration migration : migrations) {
      HistoryRow row = state.applied().get(migration.version());
      if (row != null && row.checksum().isPresent()) {
        amend(connection, target, migration, row);
      }
    }
  }

  /** Replaces the rows of repeatable migrations: the new schema was made with today's files. */
  private static void repeat(
      Connection connection, Target target, List<RepeatableMigration> repeatables)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "DELETE FROM %s WHERE version IS NULL AND type IN ('SQL', 'DELETE')"
              .formatted(target.historyTable()));
    }
    for (RepeatableMigration repeatable : repeatables) {
      Adopt.record(connection, target, repeatable);
    }
  }

  private static void amend(
      Connection connection, Target target, Migration migration, HistoryRow row)
      throws SQLException {
    String sql =
        "UPDATE %s SET checksum = ?, description = ?, script = ? WHERE installed_rank = ?"
            .formatted(target.historyTable());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, migration.checksum());
      statement.setString(2, migration.description());
      statement.setString(3, migration.script());
      statement.setInt(4, row.rank());
      statement.executeUpdate();
    }
  }
}
