package shareddb.migrate.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.record.OperationRecord;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.record.RecordedOperation;

/**
 * The journal: every operation that changed a target, recorded in the database that the tool works
 * with.
 */
public record Journal(Login login) implements OperationRecorder {

  @Override
  public OperationRecord begin(
      String operation, Track track, Target target, Version from, Version to) {
    return OperationRow.begin(login, operation, track, target, from, to);
  }

  /** The work of an operation that does not use a caller. */
  @FunctionalInterface
  public interface Work<R> {
    R run() throws SQLException;
  }

  /** Runs the work and records it as an operation that does not change the schema's version. */
  public <R> R during(
      String operation,
      Track track,
      Target target,
      Work<R> work,
      Function<R, OperationOutcome> outcome)
      throws SQLException {
    Version version = versionOf(target);
    return during(operation, track, target, version, version, work, outcome);
  }

  /**
   * The target's current version. {@link Version#NONE} if its database does not exist or cannot be
   * reached.
   */
  public static Version versionOf(Target target) {
    try {
      return TrackState.of(List.of(), History.of(target)).current();
    } catch (SQLException e) {
      return Version.NONE;
    }
  }

  /** Runs the work, and records when it began and its outcome. */
  public <R> R during(
      String operation,
      Track track,
      Target target,
      Version from,
      Version to,
      Work<R> work,
      Function<R, OperationOutcome> outcome)
      throws SQLException {
    return RecordedOperation.run(
        operation,
        track,
        target,
        () -> this,
        recorded -> {
          recorded.begins(from, to);
          return work.run();
        },
        outcome);
  }

  /** The newest entries of these tracks, newest first. With no track, those of all tracks. */
  public List<JournalEntry> newest(List<Track> tracks, int limit) throws SQLException {
    try (Connection connection = login.reading().connect()) {
      return JournalTrack.hasOperations(connection)
          ? read(connection, tracks.stream().map(Track::label).toList(), limit)
          : List.of();
    }
  }

  static Target target(Login login) {
    return new Target(login, SchemaName.OF_THE_TOOL);
  }

  /** The table's quoted name. */
  static String table() {
    return SchemaName.OF_THE_TOOL.quoted("operations");
  }

  /** A journal of an older format has no column outcome_is_unknown. */
  private static List<JournalEntry> read(Connection connection, List<String> tracks, int limit)
      throws SQLException {
    String sql =
        """
        SELECT *,
               (extract(epoch FROM ended_at - started_at) * 1000)::bigint AS milliseconds,
               coalesce((to_jsonb(whole_row) ->> 'outcome_is_unknown')::boolean, false) AS unknown,
               EXISTS (SELECT FROM pg_catalog.pg_stat_activity
                       WHERE pid = session_pid AND backend_start = session_start) AS alive
        FROM %s AS whole_row
        WHERE cardinality(?::text[]) = 0 OR track = ANY (?)
        ORDER BY id DESC
        LIMIT ?
        """
            .formatted(table());
    return Query.of(connection, sql, tracks, tracks, limit).list(Journal::entry);
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    Optional<String> error = Optional.ofNullable(row.getString("error"));
    return new JournalEntry(
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
        JournalState.of(
            row.getObject("ended_at") != null,
            row.getBoolean("alive"),
            row.getBoolean("unknown"),
            error.isPresent()),
        error);
  }
}
