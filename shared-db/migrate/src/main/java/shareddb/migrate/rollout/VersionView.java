package shareddb.migrate.rollout;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;

/**
 * The view of one table in a version schema. It is a view of its caller ({@code security_invoker}):
 * the rights to the table decide what a role may do, as without the view.
 *
 * @param table the table's name in the target's schema
 * @param name the view's name, which is the table's name in that version
 * @param columns each column with its name in that version
 * @param grantees the roles that have rights to the table, quoted
 */
record VersionView(String table, String name, List<VersionColumn> columns, List<String> grantees) {

  /** A column of the table, and the view's name for it. */
  record VersionColumn(String column, String name) {}

  VersionView {
    columns = List.copyOf(columns);
    grantees = List.copyOf(grantees);
  }

  /** The views of all tables, without what the contract takes away. */
  static List<VersionView> all(Connection connection, Target target, ContractEffect effect)
      throws SQLException {
    String sql =
        """
        SELECT relname,
               (SELECT array_agg(attname ORDER BY attnum)
                FROM pg_catalog.pg_attribute
                WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped) AS columns,
               (SELECT array_agg(DISTINCT grantee::regrole::text)
                FROM aclexplode(relacl)
                WHERE grantee <> 0 AND grantee <> relowner) AS grantees
        FROM pg_catalog.pg_class AS class
        WHERE relnamespace = ?::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
          AND relname <> ?
        ORDER BY relname
        """;
    List<VersionView> views = new ArrayList<>();
    Query.of(connection, sql, target.schema().quoted(), Target.HISTORY_TABLE)
        .each(
            row -> {
              String table = row.getString(1);
              if (!effect.drops(table)) {
                views.add(
                    new VersionView(
                        table,
                        effect.nameOf(table),
                        effect.columns(table, texts(row, 2)),
                        texts(row, 3)));
              }
            });
    return views;
  }

  List<String> statements(SchemaName schema, SchemaName versions) {
    String view = versions.quoted(name);
    String selected =
        columns.stream()
            .map(
                c ->
                    quoted(c.column())
                        + (c.column().equals(c.name()) ? "" : " AS " + quoted(c.name())))
            .collect(Collectors.joining(", "));
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE VIEW %s WITH (security_invoker = true) AS SELECT %s FROM %s"
            .formatted(view, selected, schema.quoted(table)));
    grantees.forEach(
        role -> statements.add("GRANT SELECT, INSERT, UPDATE, DELETE ON " + view + " TO " + role));
    return statements;
  }

  private static String quoted(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
