package shareddb.migrate.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.lock.BlockerQuery;
import shareddb.migrate.lock.LockRetries;

/** All history rows of one target, oldest first, including those of undone versions. */
public record History(List<HistoryRow> rows) {

  static final String COLUMNS =
      """
      installed_rank, version, description, type, script, checksum, installed_by,
      installed_on AT TIME ZONE current_setting('TimeZone') AS installed_on,
      execution_time, success\
      """;

  public static History of(Target target) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return read(connection, target);
    }
  }

  /**
   * Reads the history; it is empty if the schema or its history table does not exist. Throws {@link
   * LockedHistory} if another session keeps the table locked and this connection is in no
   * transaction.
   */
  public static History read(Connection connection, Target target) throws SQLException {
    try {
      return readOnce(connection, target);
    } catch (SQLException e) {
      if (LockRetries.isForLock(e.getSQLState()) && connection.getAutoCommit()) {
        throw new LockedHistory(
            target.schema(), BlockerQuery.ofRead(connection, target.schema()), e);
      }
      throw e;
    }
  }

  /** Reads the history, and tries again while another session keeps it locked. */
  public static History read(Connection connection, Target target, LockRetries retries)
      throws SQLException {
    retries.in(connection);
    while (true) {
      try {
        return read(connection, target);
      } catch (SQLException e) {
        if (!retries.again(e)) {
          throw e;
        }
      }
    }
  }

  private static History readOnce(Connection connection, Target target) throws SQLException {
    if (!exists(connection, target)) {
      return new History(List.of());
    }
    String sql =
        """
        SELECT %s
        FROM %s
        ORDER BY installed_rank
        """
            .formatted(COLUMNS, target.historyTable());
    return new History(Query.of(connection, sql).list(History::row));
  }

  public static boolean exists(Connection connection, Target target) throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = ? AND tablename = ?)";
    return Query.of(connection, sql, target.schema().value(), Target.HISTORY_TABLE).isTrue();
  }

  /** The highest rank in the history. Flyway gives the next rank to the next row. */
  public int newestRank() {
    return rows.isEmpty() ? 0 : rows.getLast().rank();
  }

  static HistoryRow row(ResultSet result) throws SQLException {
    int checksum = result.getInt("checksum");
    OptionalInt known = result.wasNull() ? OptionalInt.empty() : OptionalInt.of(checksum);
    return new HistoryRow(
        result.getInt("installed_rank"),
        Optional.ofNullable(result.getString("version")).map(Version::parse),
        result.getString("description"),
        result.getString("type"),
        result.getString("script"),
        known,
        result.getString("installed_by"),
        result.getObject("installed_on", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(result.getInt("execution_time")),
        result.getBoolean("success"));
  }
}
