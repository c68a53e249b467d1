package shareddb.migrate.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryRow;

/**
 * The table of positions, in the journal of the target's own database. A position belongs to one
 * row of the history: where the version was applied anew, it counts no more.
 */
public record RolloutPositions(Target target, Version version, Instant expandedAt) {

  private static final String TABLE = SchemaName.OF_THE_TOOL.quoted("rollouts");

  /** The positions of a version that a target has applied, as this row of its history says. */
  public static RolloutPositions of(Target target, HistoryRow expanded) {
    return new RolloutPositions(target, expanded.version().orElseThrow(), expanded.installedOn());
  }

  /** Reads the position, without making the table where it is missing. */
  public Optional<RolloutPosition> read(Connection connection) throws SQLException {
    if (!Query.of(connection, "SELECT to_regclass(?) IS NOT NULL", TABLE).isTrue()) {
      return Optional.empty();
    }
    String sql =
        "SELECT * FROM " + TABLE + " WHERE schema_name = ? AND version = ? AND expanded_at = ?";
    return Query.of(
            connection,
            sql,
            target.schema().value(),
            version.toString(),
            expandedAt.atOffset(ZoneOffset.UTC))
        .first(RolloutPositions::position);
  }

  /** Reads the position; where there is none, the back-fill begins. */
  public RolloutPosition begin(Connection connection) throws SQLException {
    JournalTrack.ensure(connection, Journal.target(target.admin()));
    Optional<RolloutPosition> known = read(connection);
    return known.isPresent() ? known.get() : restart(connection);
  }

  /** Begins at the first row again. */
  public RolloutPosition restart(Connection connection) throws SQLException {
    Query.of(connection, "DELETE FROM " + TABLE + " WHERE schema_name = ?", target.schema().value())
        .update();
    String sql =
        "INSERT INTO "
            + TABLE
            + " (schema_name, version, expanded_at) VALUES (?, ?, ?) RETURNING *";
    return Query.of(
            connection,
            sql,
            target.schema().value(),
            version.toString(),
            expandedAt.atOffset(ZoneOffset.UTC))
        .one(RolloutPositions::position);
  }

  /** Writes the position in the current transaction. */
  public void write(Connection connection, RolloutPosition at) throws SQLException {
    String sql =
        """
        UPDATE %s
        SET statement = ?, position = ?, until = ?, seen_rows = ?, batches = ?,
            updated_at = clock_timestamp()
        WHERE schema_name = ?
        """
            .formatted(TABLE);
    Query.of(
            connection,
            sql,
            at.statement(),
            at.position(),
            at.until(),
            at.seen(),
            at.batches(),
            target.schema().value())
        .update();
  }

  /** Writes down that every statement was done. */
  public void filled(Connection connection) throws SQLException {
    set(connection, "filled_at");
  }

  /** Writes down that the proof returned no row. */
  public void proved(Connection connection) throws SQLException {
    set(connection, "proved_at");
  }

  private void set(Connection connection, String column) throws SQLException {
    String sql =
        "UPDATE %s SET %s = clock_timestamp() WHERE schema_name = ?".formatted(TABLE, column);
    Query.of(connection, sql, target.schema().value()).update();
  }

  private static RolloutPosition position(ResultSet row) throws SQLException {
    return new RolloutPosition(
        row.getInt("statement"),
        texts(row.getArray("position")),
        texts(row.getArray("until")),
        row.getLong("seen_rows"),
        row.getLong("batches"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        instant(row, "filled_at"),
        instant(row, "proved_at"));
  }

  private static Optional<List<String>> texts(@Nullable Array array) throws SQLException {
    return array == null
        ? Optional.empty()
        : Optional.of(List.copyOf(Arrays.asList((String[]) array.getArray())));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
