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
    String missing =
        """
        SELECT count(*) FROM (SELECT ROW(%1$s)::text FROM %2$s.%4$s
                              EXCEPT ALL SELECT ROW(%1$s)::text FROM %3$s.%4$s) AS other
        """;
    String columns = String.join(", ", table.columns());
    String before = copy.before().quoted();
    String now = copy.target().schema().quoted();
    long lost = count(connection, missing.formatted(columns, before, now, table.name()));
    long more = count(connection, missing.formatted(columns, now, before, table.name()));
    if (lost == 0 && more == 0) {
      return Optional.empty();
    }
    return Optional.of(
        lost == 0
            ? "%s has %d more rows than before".formatted(table.name(), more)
            : more == lost
                ? "%s: %d rows are not as they were".formatted(table.name(), lost)
                : "%s: %d rows of before are not there any more".formatted(table.name(), lost));
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
