package shareddb.tracktesting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;

/**
 * All moments in the rows of a schema, by table and column: when a row was made, when it was last
 * changed.
 */
record RowTimes(Map<String, List<String>> columns) {

  private static final String COLUMNS =
      """
      SELECT c.table_name || '.' || c.column_name,
             format('SELECT %2$I::text FROM %3$I.%1$I WHERE %2$I IS NOT NULL',
                    c.table_name, c.column_name, c.table_schema)
      FROM information_schema.columns AS c
      JOIN information_schema.tables AS t USING (table_schema, table_name)
      WHERE c.table_schema = ? AND t.table_type = 'BASE TABLE'
        AND c.data_type = 'timestamp with time zone'
      """;

  static RowTimes read(Connection connection, SchemaName schema) throws SQLException {
    Map<String, String> queries = new TreeMap<>();
    Query.of(connection, COLUMNS, schema.value())
        .each(row -> queries.put(row.getString(1), row.getString(2)));
    Map<String, List<String>> columns = new TreeMap<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      columns.put(
          query.getKey(), Query.of(connection, query.getValue()).list(row -> row.getString(1)));
    }
    return new RowTimes(columns);
  }

  /** In which columns that were there before which moments are new. Rows may have gone. */
  List<String> newIn(RowTimes later) {
    List<String> changes = new ArrayList<>();
    columns.forEach(
        (column, before) -> {
          List<String> added = new ArrayList<>(later.columns.getOrDefault(column, List.of()));
          before.forEach(added::remove);
          if (!added.isEmpty()) {
            changes.add(column + " has a new moment in " + added.size() + " rows: " + added);
          }
        });
    return changes;
  }
}
