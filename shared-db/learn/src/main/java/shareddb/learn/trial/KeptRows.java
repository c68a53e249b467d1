package shareddb.learn.trial;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;

/** Compares the rows of a schema with those that it began with. */
public final class KeptRows {

  private record Table(String name, List<String> columns) {}

  private KeptRows() {}

  /** The first difference. Empty if all values of the first columns are there, and no other row. */
  public static Optional<String> difference(SchemaCopy copy) throws SQLException {
    try (Connection connection = copy.connect()) {
      for (Table table : tables(connection, copy.before())) {
        Optional<String> difference = difference(connection, copy, table);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<String> difference(Connection connection, SchemaCopy copy, Table table)
      throws SQLException {
    String before = copy.before().quoted() + "." + table.name();
    String now = copy.target().schema().quoted() + "." + table.name();
    long lost = missing(connection, table.columns(), before, now);
    long more = missing(connection, table.columns(), now, before);
    if (lost == more) {
      return lost == 0
          ? Optional.empty()
          : Optional.of(changed(lost, changedColumns(connection, table, before, now), table));
    }
    return Optional.of(
        lost == 0
            ? "%s has %d more rows than before".formatted(table.name(), more)
            : "%s: %d rows of before are not there any more".formatted(table.name(), lost));
  }

  private static String changed(long rows, List<String> columns, Table table) {
    return "%s: %d %s not as before: %s"
        .formatted(
            table.name(),
            rows,
            rows == 1 ? "row is" : "rows are",
            String.join(", ", columns.isEmpty() ? table.columns() : columns));
  }

  /** The columns whose values differ. Empty if the rows only have each other's values. */
  private static List<String> changedColumns(
      Connection connection, Table table, String before, String now) throws SQLException {
    List<String> changed = new ArrayList<>();
    for (String column : table.columns()) {
      if (missing(connection, List.of(column), before, now) > 0) {
        changed.add(column);
      }
    }
    return changed;
  }

  /** How many rows of the first table are not in the second one. */
  private static long missing(
      Connection connection, List<String> columns, String first, String second)
      throws SQLException {
    return count(
        connection,
        """
        SELECT count(*) FROM (SELECT ROW(%1$s)::text FROM %2$s
                              EXCEPT ALL SELECT ROW(%1$s)::text FROM %3$s) AS other
        """
            .formatted(String.join(", ", columns), first, second));
  }

  private static long count(Connection connection, String sql) throws SQLException {
    return Query.of(connection, sql).one(row -> row.getLong(1));
  }

  private static List<Table> tables(Connection connection, SchemaName before) throws SQLException {
    String sql =
        """
        SELECT quote_ident(c.relname), array_agg(quote_ident(a.attname) ORDER BY a.attnum)
        FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ?)
          AND c.relkind = 'r'
        GROUP BY c.relname ORDER BY c.relname
        """;
    List<Table> tables = new ArrayList<>();
    Query.of(connection, sql, before.value())
        .each(
            row ->
                tables.add(
                    new Table(row.getString(1), List.of((String[]) row.getArray(2).getArray()))));
    return tables;
  }
}
