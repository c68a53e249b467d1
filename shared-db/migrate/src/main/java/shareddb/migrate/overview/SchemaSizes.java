package shareddb.migrate.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.jdbc.Query;
import shareddb.base.names.InvalidName;
import shareddb.base.names.SchemaName;
import shareddb.migrate.script.StatementError;

/** Reads the size of every schema that has a history, in one query. */
final class SchemaSizes {

  /** Postgres must lock a table to measure it. Tables that are locked exclusively are left out. */
  private static final String SIZE =
      """
      sum(CASE WHEN relation.oid IN (SELECT relation FROM pg_catalog.pg_locks
                                     WHERE mode = 'AccessExclusiveLock' AND relation IS NOT NULL)
               THEN 0 ELSE pg_catalog.pg_total_relation_size(relation.oid) END)\
      """;

  private SchemaSizes() {}

  /** All sizes are 0 if Postgres could not get a lock. */
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

  /** A history in a schema such as {@code public} belongs to another tool and is skipped. */
  private static void add(SortedMap<SchemaName, Long> sizes, String name, long size) {
    try {
      sizes.put(new SchemaName(name), size);
    } catch (InvalidName notATarget) {
      return;
    }
  }
}
