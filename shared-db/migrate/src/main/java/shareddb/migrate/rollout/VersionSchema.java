package shareddb.migrate.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.names.Sha256;
import shareddb.base.track.Target;
import shareddb.base.track.Version;

/**
 * A schema beside the target's own, with a view of each table as one version of the API sees it:
 * {@code "06_zero_downtime_todo@4"}. It exists only while two versions are in use.
 */
final class VersionSchema {

  private static final int MAX_BYTES = 63;
  private static final int DIGITS = 8;

  private VersionSchema() {}

  /** The schema's name with the version. A name that would be too long is shortened. */
  static SchemaName name(SchemaName schema, Version version) {
    String end = "@" + version;
    String whole = schema.value() + end;
    if (whole.getBytes(UTF_8).length <= MAX_BYTES) {
      return new SchemaName(whole);
    }
    String tail = "~" + Sha256.of(schema.value()).substring(0, DIGITS) + end;
    String kept = schema.value();
    while ((kept + tail).getBytes(UTF_8).length > MAX_BYTES) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return new SchemaName(kept + tail);
  }

  /** Makes the schema and its views in the current transaction, unless it is there. */
  static void make(
      Connection connection, Target target, SchemaName name, ContractEffect effect, Version version)
      throws SQLException {
    if (exists(connection, name)) {
      return;
    }
    List<String> statements = new ArrayList<>();
    statements.add("CREATE SCHEMA " + name.quoted());
    statements.add(
        "COMMENT ON SCHEMA %s IS 'The tables as version %s sees them; ./db rollout drops it.'"
            .formatted(name.quoted(), version));
    statements.addAll(usage(connection, target, name));
    for (VersionView view : VersionView.all(connection, target, effect)) {
      statements.addAll(view.statements(target.schema(), name));
    }
    Query.execute(connection, String.join(";\n", statements));
  }

  /**
   * Drops the views and the schema in the current transaction. It locks the views before the
   * tables, in the order in which a statement of an API locks them.
   */
  static void drop(Connection connection, SchemaName name) throws SQLException {
    if (!exists(connection, name)) {
      return;
    }
    String sql =
        """
        SELECT relname FROM pg_catalog.pg_class
        WHERE relnamespace = ?::regnamespace AND relkind = 'v' ORDER BY relname
        """;
    String views =
        Query.of(connection, sql, name.quoted()).list(row -> name.quoted(row.getString(1))).stream()
            .collect(Collectors.joining(", "));
    if (!views.isEmpty()) {
      Query.execute(connection, "DROP VIEW " + views);
    }
    Query.execute(connection, "DROP SCHEMA " + name.quoted());
  }

  static boolean exists(Connection connection, SchemaName name) throws SQLException {
    return Query.of(connection, "SELECT to_regnamespace(?) IS NOT NULL", name.quoted()).isTrue();
  }

  private static List<String> usage(Connection connection, Target target, SchemaName name)
      throws SQLException {
    String sql =
        """
        SELECT grantee::regrole::text
        FROM pg_catalog.pg_namespace AS namespace, LATERAL aclexplode(nspacl)
        WHERE nspname = ? AND privilege_type = 'USAGE' AND grantee <> 0 AND grantee <> nspowner
        ORDER BY 1
        """;
    return Query.of(connection, sql, target.schema().value())
        .list(row -> "GRANT USAGE ON SCHEMA " + name.quoted() + " TO " + row.getString(1));
  }
}
