package shareddb.tenants.relocate.place;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;

/**
 * The tables of a schema with their columns. Generated columns are left out, because Postgres
 * computes them.
 */
public final class TableColumns {

  /**
   * Tables that belong to the place and not to the tenant: the history, and the table {@code gate}.
   */
  private static final Set<String> OF_THE_PLACE = Set.of(Target.HISTORY_TABLE, "gate");

  private static final String SQL =
      """
      SELECT class.relname, attribute.attname,
             attribute.attnotnull AND NOT attribute.atthasdef AND attribute.attidentity = '' AS wanted,
             CASE WHEN type.typnamespace = namespace.oid AND type.typcategory <> 'A'
                  THEN pg_catalog.quote_ident(type.typname)
                  ELSE pg_catalog.format_type(type.oid, NULL) END AS type,
             type.typnamespace = namespace.oid AND type.typcategory <> 'A' AS own,
             EXISTS (
               SELECT FROM pg_catalog.pg_opclass AS operators
               JOIN pg_catalog.pg_am AS method ON method.oid = operators.opcmethod
               JOIN pg_catalog.pg_amproc AS function
                 ON function.amprocfamily = operators.opcfamily
                AND function.amproclefttype = operators.opcintype
               WHERE method.amname = 'hash' AND operators.opcdefault AND function.amprocnum = 2
                 AND operators.opcintype = type.oid) AS hashes
      FROM pg_catalog.pg_class AS class
      JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
      JOIN pg_catalog.pg_attribute AS attribute ON attribute.attrelid = class.oid
      JOIN pg_catalog.pg_type AS type ON type.oid = attribute.atttypid
      WHERE namespace.nspname = ? AND class.relkind IN ('r', 'p') AND NOT class.relispartition
        AND attribute.attnum > 0 AND NOT attribute.attisdropped AND attribute.attgenerated = ''
      ORDER BY class.relname, attribute.attnum
      """;

  private TableColumns() {}

  /** The columns by table name. */
  public static SortedMap<String, List<MappedColumn>> of(Connection connection, SchemaName schema)
      throws SQLException {
    SortedMap<String, List<MappedColumn>> tables = new TreeMap<>();
    Query.of(connection, SQL, schema.value())
        .each(
            row ->
                tables
                    .computeIfAbsent(row.getString("relname"), name -> new ArrayList<>())
                    .add(
                        new MappedColumn(
                            row.getString("attname"), type(row), row.getBoolean("wanted"))));
    tables.keySet().removeAll(OF_THE_PLACE);
    return tables;
  }

  private static ColumnType type(ResultSet row) throws SQLException {
    return new ColumnType(row.getString("type"), row.getBoolean("own"), row.getBoolean("hashes"));
  }
}
