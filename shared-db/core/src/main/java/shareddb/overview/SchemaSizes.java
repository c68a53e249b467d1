package shareddb.overview;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.names.InvalidName;
import shareddb.names.SchemaName;

/** How big every schema is that has a history: one query, however many there are. */
final class SchemaSizes {

  private static final String QUERY =
      """
      SELECT namespace.nspname,
             sum(pg_catalog.pg_total_relation_size(relation.oid)) AS size
      FROM pg_catalog.pg_class AS history
      JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = history.relnamespace
      JOIN pg_catalog.pg_class AS relation
        ON relation.relnamespace = namespace.oid AND relation.relkind IN ('r', 'm', 'S')
      WHERE history.relname = 'flyway_schema_history' AND history.relkind = 'r'
      GROUP BY namespace.nspname
      """;

  private SchemaSizes() {}

  static SortedMap<SchemaName, Long> read(Connection connection) throws SQLException {
    SortedMap<SchemaName, Long> sizes = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        add(sizes, rows.getString("nspname"), rows.getLong("size"));
      }
    }
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
