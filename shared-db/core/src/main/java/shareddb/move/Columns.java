package shareddb.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;

/** The tables of a schema with their columns, but for generated ones: those follow from others. */
final class Columns {

  /** What is the place's and not the tenant's: its history of migrations, and its gate. */
  private static final Set<String> OF_THE_PLACE = Set.of(Target.HISTORY_TABLE, "gate");

  private static final String SQL =
      """
      SELECT class.relname, attribute.attname,
             pg_catalog.format_type(attribute.atttypid, NULL) AS type,
             attribute.attnotnull AND NOT attribute.atthasdef AND attribute.attidentity = '' AS wanted
      FROM pg_catalog.pg_class AS class
      JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
      JOIN pg_catalog.pg_attribute AS attribute ON attribute.attrelid = class.oid
      WHERE namespace.nspname = ? AND class.relkind IN ('r', 'p') AND NOT class.relispartition
        AND attribute.attnum > 0 AND NOT attribute.attisdropped AND attribute.attgenerated = ''
      ORDER BY class.relname, attribute.attnum
      """;

  private Columns() {}

  /** By the name of the table. */
  static SortedMap<String, List<Column>> of(Connection connection, SchemaName schema)
      throws SQLException {
    SortedMap<String, List<Column>> tables = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, schema.value());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String table = rows.getString("relname");
          if (!OF_THE_PLACE.contains(table)) {
            tables
                .computeIfAbsent(table, name -> new ArrayList<>())
                .add(
                    new Column(
                        rows.getString("attname"),
                        rows.getString("type"),
                        rows.getBoolean("wanted")));
          }
        }
      }
    }
    return tables;
  }
}
