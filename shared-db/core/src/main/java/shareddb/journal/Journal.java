package shareddb.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.Target;
import shareddb.names.DatabaseName;
import shareddb.names.SchemaName;
import shareddb.settings.Login;
import shareddb.track.Track;
import shareddb.track.Version;

/** Every operation that changed anything, in the database that the tool works with. */
public record Journal(Login login) {

  /** An entry for an operation that begins; nothing is written before it does. */
  public Recording recording(String operation, Track track, Target target) {
    return new Recording(login, operation, track, target);
  }

  /** So many, the newest first; of these tracks, or of all where none is named. */
  public List<Entry> newest(List<Track> tracks, int limit) throws SQLException {
    try (Connection connection = login.connect()) {
      return JournalTrack.isApplied(connection, target(login))
          ? read(connection, tracks.stream().map(Track::label).toList(), limit)
          : List.of();
    }
  }

  static Target target(Login login) {
    return new Target(login, SchemaName.OF_THE_TOOL);
  }

  /** As it stands in SQL. */
  static String table() {
    return SchemaName.OF_THE_TOOL.quoted("operations");
  }

  private static List<Entry> read(Connection connection, List<String> tracks, int limit)
      throws SQLException {
    String sql =
        """
        SELECT *,
               (extract(epoch FROM ended_at - started_at) * 1000)::bigint AS milliseconds,
               EXISTS (SELECT FROM pg_catalog.pg_stat_activity
                       WHERE pid = session_pid AND backend_start = session_start) AS alive
        FROM %s
        WHERE cardinality(?::text[]) = 0 OR track = ANY (?)
        ORDER BY id DESC
        LIMIT ?
        """
            .formatted(table());
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Array labels = connection.createArrayOf("text", tracks.toArray());
      statement.setArray(1, labels);
      statement.setArray(2, labels);
      statement.setInt(3, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(entry(rows));
        }
      }
    }
    return List.copyOf(entries);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getString("operation"),
        row.getString("track"),
        new DatabaseName(row.getString("database_name")),
        new SchemaName(row.getString("schema_name")),
        Version.parse(row.getString("from_version")),
        Version.parse(row.getString("to_version")),
        row.getString("started_by"),
        row.getString("database_user"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("milliseconds", Long.class)).map(Duration::ofMillis),
        state(row),
        Optional.ofNullable(row.getString("error")));
  }

  private static State state(ResultSet row) throws SQLException {
    if (row.getObject("ended_at") == null) {
      return row.getBoolean("alive") ? State.RUNNING : State.UNFINISHED;
    }
    return row.getString("error") == null ? State.DONE : State.FAILED;
  }
}
