package shareddb.migrate.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.jdbc.Query;
import shareddb.base.names.InvalidName;
import shareddb.base.names.SchemaName;
import shareddb.migrate.script.StatementError;

/** How big every schema is that has a history: one query, however many there are. */
final class SchemaSizes {

  /** To ask for the size of a table needs a lock on it; those that are locked are left out. */
  private static final String SIZE =
      """
      sum(CASE WHEN relation.oid IN (SELECT relation FROM pg_catalog.pg_locks
                                     WHERE mode = 'AccessExclusiveLock' AND relation IS NOT NULL)
               THEN 0 ELSE pg_catalog.pg_total_relation_size(relation.oid) END)\
      """;

  private SchemaSizes() {}

  /** All are 0 where one could not be asked for. */
  static SortedMap<SchemaName, Long> read(Connection connection) throws SQLException {
    try {
      return read(connection, SIZE);
    } catch (SQLException e) {
      if (StatementError.of(e).isForLock()) {
        return read(connection, "0");
      }
      throw e;
    }
  }

  private static SortedMap<SchemaName, Long> read(Connection connection, String size)
      throws SQLException {
    String sql =
        """
        SELECT namespace.nspname, %s AS size
        FROM pg_catalog.pg_class AS history
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = history.relnamespace
        JOIN pg_catalog.pg_class AS relation
          ON relation.relnamespace = namespace.oid AND relation.relkind IN ('r', 'm', 'S')
        WHERE history.relname = 'flyway_schema_history' AND history.relkind = 'r'
        GROUP BY namespace.nspname
        """
            .formatted(size);
    SortedMap<SchemaName, Long> sizes = new TreeMap<>();
    Query.of(connection, sql)
        .each(row -> add(sizes, row.getString("nspname"), row.getLong("size")));
    return sizes;
  }

  /** What another tool keeps in {@code public} is no target of ours. */
  private static void add(SortedMap<SchemaName, Long> sizes, String name, long size) {
    try {
      sizes.put(new SchemaName(name), size);
    } catch (InvalidName notATarget) {
      return;
    }
  }
}
