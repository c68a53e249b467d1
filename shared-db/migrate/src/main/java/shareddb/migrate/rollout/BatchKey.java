package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.migrate.history.HistorySql;

/**
 * The primary key of a table, by which a back-fill walks through it. Its values are texts, and each
 * is cast to its column's type.
 */
record BatchKey(SchemaName schema, String table, List<KeyColumn> columns) {

  /** A column of the key, quoted, and its type. */
  record KeyColumn(String name, String type) {}

  BatchKey {
    columns = List.copyOf(columns);
  }

  static BatchKey of(Connection connection, SchemaName schema, String table) throws SQLException {
    String sql =
        """
        SELECT quote_ident(attname), format_type(atttypid, atttypmod)
        FROM pg_catalog.pg_index AS index
        JOIN pg_catalog.pg_attribute AS attribute
          ON attribute.attrelid = index.indrelid AND attnum = ANY (indkey)
        WHERE indrelid = to_regclass(?) AND indisprimary
        ORDER BY array_position(indkey::int2[], attnum)
        """;
    List<KeyColumn> columns =
        Query.of(connection, sql, schema.quoted(table))
            .list(row -> new KeyColumn(row.getString(1), row.getString(2)));
    if (columns.isEmpty()) {
      throw new SQLException(
          "${batch:%s} needs a table with a primary key, and %s has none"
              .formatted(table, schema.quoted(table)),
          "42P16");
    }
    return new BatchKey(schema, table, columns);
  }

  /** The highest key of the table. Empty if the table has no rows. */
  Optional<List<String>> last(Connection connection) throws SQLException {
    return Query.of(
            connection,
            "SELECT %s FROM %s ORDER BY %s LIMIT 1"
                .formatted(texts(), schema.quoted(table), order(" DESC")))
        .first(this::key);
  }

  /** The key that ends a batch of this many rows. Empty if fewer rows are left. */
  Optional<List<String>> end(
      Connection connection, Optional<List<String>> after, List<String> upTo, int rows)
      throws SQLException {
    return Query.of(
            connection,
            "SELECT %s FROM %s WHERE %s ORDER BY %s OFFSET %d LIMIT 1"
                .formatted(
                    texts(),
                    schema.quoted(table),
                    between(after, upTo),
                    order(""),
                    Math.max(0, rows - 1)))
        .first(this::key);
  }

  /** The condition for the rows after one key, up to and with another. */
  String between(Optional<List<String>> after, List<String> upTo) {
    String end = row() + " <= " + values(upTo);
    return after.map(key -> row() + " > " + values(key) + " AND " + end).orElse(end);
  }

  private String row() {
    return columns.stream()
        .map(column -> quotedTable() + "." + column.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String values(List<String> key) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> HistorySql.literal(key.get(i)) + "::" + columns.get(i).type())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String texts() {
    return columns.stream()
        .map(column -> column.name() + "::text")
        .collect(Collectors.joining(", "));
  }

  private String order(String direction) {
    return columns.stream()
        .map(column -> quotedTable() + "." + column.name() + direction)
        .collect(Collectors.joining(", "));
  }

  private String quotedTable() {
    return '"' + table.replace("\"", "\"\"") + '"';
  }

  private List<String> key(ResultSet row) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 1; i <= columns.size(); i++) {
      key.add(row.getString(i));
    }
    return key;
  }
}
