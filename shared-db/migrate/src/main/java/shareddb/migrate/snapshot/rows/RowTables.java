package shareddb.migrate.snapshot.rows;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.names.SchemaName;

/**
 * Lists the tables of a schema whose rows a snapshot keeps. The rows of a partition belong to its
 * partitioned table.
 */
public final class RowTables {

  /**
   * One table.
   *
   * @param columns all columns except generated ones, which Postgres computes
   */
  public record Table(String name, boolean partitioned, List<String> columns) {}

  private RowTables() {}

  public static List<Table> of(Connection connection, SchemaName schema) throws SQLException {
    String sql =
        """
        SELECT class.relname, class.relkind = 'p' AS partitioned,
               coalesce(array_agg(attribute.attname::text ORDER BY attribute.attnum)
                            FILTER (WHERE attribute.attname IS NOT NULL), '{}') AS columns
        FROM pg_catalog.pg_class AS class
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
        LEFT JOIN pg_catalog.pg_attribute AS attribute
               ON attribute.attrelid = class.oid AND attribute.attnum > 0
              AND NOT attribute.attisdropped AND attribute.attgenerated = ''
        WHERE namespace.nspname = ? AND class.relkind IN ('r', 'p')
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits AS inherits
                          JOIN pg_catalog.pg_class AS parent ON parent.oid = inherits.inhparent
                          WHERE class.relispartition AND inherits.inhrelid = class.oid
                            AND parent.relnamespace = class.relnamespace)
        GROUP BY class.oid, class.relname, class.relkind
        ORDER BY class.relname
        """;
    List<Table> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema.value());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.add(new Table(rows.getString(1), rows.getBoolean(2), texts(rows.getArray(3))));
        }
      }
    }
    return tables;
  }

  /** The quoted names as a list in SQL. */
  public static String quoted(List<String> columns) {
    return columns.stream()
        .map(column -> '"' + column.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(", "));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
