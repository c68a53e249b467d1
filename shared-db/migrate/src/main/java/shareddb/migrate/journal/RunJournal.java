package shareddb.migrate.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Track;
import shareddb.base.track.Version;

/** Reads the runs on many targets from the journal, in the database that the tool works with. */
public record RunJournal(Login login) {

  private static final String OPEN = "WHERE track = ? AND ended_at IS NULL";

  static final String RUNS = SchemaName.OF_THE_TOOL.quoted("runs");
  static final String TARGETS = SchemaName.OF_THE_TOOL.quoted("run_targets");

  /** The newest runs, newest first. */
  public List<FleetRunEntry> newest(int limit) throws SQLException {
    return read("WHERE ?::text IS NULL", null, limit);
  }

  /** The newest runs of one track. */
  public List<FleetRunEntry> newest(Track track, int limit) throws SQLException {
    return read("WHERE track = ?", track.label(), limit);
  }

  public Optional<FleetRunEntry> find(long id) throws SQLException {
    return read("WHERE id = ?::bigint", String.valueOf(id), 1).stream().findFirst();
  }

  /** Whether a run of this track has no end: it is still running, or it was stopped. */
  public boolean anyOpen(Track track) throws SQLException {
    return !read(OPEN, track.label(), 1).isEmpty();
  }

  /** The targets of one run, by label. */
  public List<RunTarget> targets(long run) throws SQLException {
    try (Connection connection = login.reading().connect()) {
      return targets(connection, run);
    }
  }

  /** The runs without an end, newest first. */
  static List<FleetRunEntry> open(Connection connection, String track) throws SQLException {
    return read(connection, OPEN, track, Integer.MAX_VALUE);
  }

  static List<RunTarget> targets(Connection connection, long run) throws SQLException {
    String sql = "SELECT * FROM %s WHERE run_id = ? ORDER BY label".formatted(TARGETS);
    return Query.of(connection, sql, run).list(RunJournal::target);
  }

  private List<FleetRunEntry> read(String where, @Nullable String value, int limit)
      throws SQLException {
    try (Connection connection = login.reading().connect()) {
      return JournalTrack.hasRuns(connection) ? read(connection, where, value, limit) : List.of();
    }
  }

  private static List<FleetRunEntry> read(
      Connection connection, String where, @Nullable String track, int limit) throws SQLException {
    String sql =
        """
        SELECT *,
               EXISTS (SELECT FROM pg_catalog.pg_stat_activity
                       WHERE pid = session_pid AND backend_start = session_start) AS alive
        FROM %s AS run
        CROSS JOIN LATERAL (
            SELECT count(*) AS targets, count(*) FILTER (WHERE status = 'done') AS done,
                   count(*) FILTER (WHERE status = 'failed') AS failed,
                   count(*) FILTER (WHERE status = 'unknown') AS unknown
            FROM %s WHERE run_id = run.id) AS counts
        %s
        ORDER BY id DESC
        LIMIT ?
        """
            .formatted(RUNS, TARGETS, where);
    return Query.of(connection, sql, track, limit).list(RunJournal::run);
  }

  private static FleetRunEntry run(ResultSet row) throws SQLException {
    Optional<Instant> ended =
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    Optional<String> error = Optional.ofNullable(row.getString("error"));
    return new FleetRunEntry(
        row.getLong("id"),
        row.getString("operation"),
        row.getString("track"),
        Version.parse(row.getString("to_version")),
        row.getString("started_by"),
        row.getString("database_user"),
        row.getInt("session_pid"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended,
        JournalState.of(
            ended.isPresent(),
            row.getBoolean("alive"),
            row.getInt("unknown") > 0,
            error.isPresent()),
        error,
        Optional.ofNullable(row.getObject("continued_by", Long.class)),
        row.getInt("targets"),
        row.getInt("done"),
        row.getInt("failed"));
  }

  private static RunTarget target(ResultSet row) throws SQLException {
    return new RunTarget(
        row.getString("label"),
        new DatabaseName(row.getString("database_name")),
        new SchemaName(row.getString("schema_name")),
        Version.parse(row.getString("from_version")),
        Version.parse(row.getString("to_version")),
        RunTarget.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        Duration.ofMillis(row.getLong("milliseconds")),
        Optional.ofNullable(row.getString("error")));
  }
}
