package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;

/**
 * Finds the session that blocks an operation. No other class queries Postgres for it. If that
 * session itself waits for another one, the result is the last session of the queue, because that
 * one has to end first.
 */
public final class BlockerQuery {

  /**
   * The parameter {@code %s} is a query of {@code subject} and {@code pid} that finds the first
   * sessions.
   */
  private static final String LAST_OF_QUEUE =
      """
      WITH RECURSIVE first AS (%s),
      queue AS (
          SELECT subject, pid, 0 AS depth FROM first
          UNION
          SELECT subject, blocking, depth + 1
          FROM queue, unnest(pg_catalog.pg_blocking_pids(pid)) AS blocking
          WHERE depth < 20)
      SELECT DISTINCT ON (subject) subject, pid, usename, application_name, state, query,
             extract(epoch FROM clock_timestamp() - coalesce(xact_start, backend_start))::bigint
                 AS seconds
      FROM queue JOIN pg_catalog.pg_stat_activity USING (pid)
      WHERE pid <> pg_backend_pid()
      ORDER BY subject, wait_event_type IS NOT DISTINCT FROM 'Lock', depth DESC, xact_start
      """;

  private static final String OF_WAITING =
      "SELECT '' AS subject, unnest(pg_catalog.pg_blocking_pids(?)) AS pid";

  private static final String OF_ADVISORY_LOCK =
      """
      SELECT '' AS subject, pid
      FROM pg_catalog.pg_locks
      WHERE granted AND locktype = 'advisory' AND objsubid = 1
        AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
        AND (classid::bigint << 32) | objid::bigint = ?\
      """;

  private static final String OF_RELATIONS =
      """
      SELECT nspname AS subject, pid, mode = 'AccessExclusiveLock' AS is_exclusive,
             relname = 'flyway_schema_history' AS is_history
      FROM pg_catalog.pg_locks AS lock
      JOIN pg_catalog.pg_class AS class ON class.oid = lock.relation
      JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = relnamespace
      WHERE lock.database = (SELECT oid FROM pg_catalog.pg_database
                             WHERE datname = current_database())
        AND nspname = ANY (?)\
      """;

  private static final String OF_TARGET =
      OF_ADVISORY_LOCK + "\nUNION ALL SELECT '', pid FROM (" + OF_RELATIONS + ") AS relations";

  /** An exclusive lock that a session only waits for also blocks readers. */
  private static final String OF_READS =
      """
      SELECT subject, pid FROM (SELECT *, bool_or(is_history) OVER () AS any_history
                                FROM (%s) AS relations WHERE is_exclusive) AS exclusive
      WHERE is_history OR NOT any_history\
      """
          .formatted(OF_RELATIONS);

  private BlockerQuery() {}

  /** The session that this session waits for now. */
  static Optional<Blocker> ofWaiting(Connection connection, int pid) throws SQLException {
    Optional<Blocker> session = first(connection, OF_WAITING, pid);
    return PreparedBlockers.ofWaiting(connection, session.map(Blocker::pid).orElse(pid))
        .or(() -> session);
  }

  /** The session that holds the lock under which a target is migrated. */
  static Optional<Blocker> ofHistoryLock(Connection connection, Target target) throws SQLException {
    return first(connection, OF_ADVISORY_LOCK, HistoryLock.key(target));
  }

  /** The session that holds any lock in a target, after a statement there has timed out. */
  public static Optional<Blocker> of(Connection connection, Target target) throws SQLException {
    Optional<Blocker> session =
        first(connection, OF_TARGET, HistoryLock.key(target), List.of(target.schema().value()));
    return session.isPresent() ? session : PreparedBlockers.of(connection, target.schema());
  }

  /** The same as a message, even if the session has ended. */
  public static String lockHolder(Connection connection, Target target) throws SQLException {
    return of(connection, target)
        .map(Blocker::holdsALock)
        .orElse("another session held a lock, and has let go of it");
  }

  /**
   * The schemas that cannot be read, with the session that blocks each. Locked history tables
   * count; if there is none, other locked tables count.
   */
  public static Map<SchemaName, Blocker> ofReads(
      Connection connection, Collection<SchemaName> schemas) throws SQLException {
    Map<SchemaName, Blocker> blockers =
        new HashMap<>(PreparedBlockers.ofReads(connection, schemas));
    Query.of(
            connection,
            LAST_OF_QUEUE.formatted(OF_READS),
            schemas.stream().map(SchemaName::value).toList())
        .each(row -> blockers.put(new SchemaName(row.getString("subject")), blocker(row)));
    return blockers;
  }

  /** The session that blocks reading anywhere in this database. */
  public static Optional<Blocker> ofAnyRead(Connection connection) throws SQLException {
    String everywhere = OF_READS.replace("nspname = ANY (?)", "nspname NOT LIKE 'pg\\_%'");
    Optional<Blocker> session = first(connection, everywhere);
    return session.isPresent() ? session : PreparedBlockers.ofAnyRead(connection);
  }

  /** The session that blocks reading this schema. */
  public static Optional<Blocker> ofRead(Connection connection, SchemaName schema)
      throws SQLException {
    return Optional.ofNullable(ofReads(connection, List.of(schema)).get(schema));
  }

  private static Optional<Blocker> first(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    return Query.of(connection, LAST_OF_QUEUE.formatted(sql), values).first(BlockerQuery::blocker);
  }

  private static Blocker blocker(ResultSet row) throws SQLException {
    return new Blocker(
        row.getInt("pid"),
        String.valueOf(row.getString("usename")),
        String.valueOf(row.getString("application_name")),
        String.valueOf(row.getString("state")),
        String.valueOf(row.getString("query")),
        Duration.ofSeconds(row.getLong("seconds")),
        Optional.empty());
  }
}
