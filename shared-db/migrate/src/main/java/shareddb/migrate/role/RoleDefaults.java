package shareddb.migrate.role;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;

/**
 * The settings that each session of an API's role begins with. They belong to the role, not to the
 * connection, so they hold behind a connection pooler too. A setting that a person gave the role
 * stays.
 */
final class RoleDefaults {

  /** A statement that takes longer is ended by the server. */
  private static final String STATEMENT_TIMEOUT = "10s";

  private RoleDefaults() {}

  /**
   * The statements that set what the role lacks.
   *
   * @param schema its only schema, if it has one
   */
  static List<String> missing(Connection connection, RoleName role, Optional<SchemaName> schema)
      throws SQLException {
    List<String> there = names(connection, role);
    List<String> statements = new ArrayList<>();
    if (!there.contains("statement_timeout")) {
      statements.add(set(role, "statement_timeout", "'" + STATEMENT_TIMEOUT + "'"));
    }
    if (schema.isPresent() && !there.contains("search_path")) {
      statements.add(set(role, "search_path", schema.get().quoted()));
    }
    return statements;
  }

  private static String set(RoleName role, String name, String value) {
    return "ALTER ROLE " + role.quoted() + " SET " + name + " = " + value;
  }

  private static List<String> names(Connection connection, RoleName role) throws SQLException {
    String sql =
        """
        SELECT split_part(setting, '=', 1)
        FROM pg_catalog.pg_db_role_setting AS settings
        JOIN pg_catalog.pg_roles AS role ON role.oid = settings.setrole
        CROSS JOIN unnest(settings.setconfig) AS setting
        WHERE settings.setdatabase = 0 AND role.rolname = ?
        """;
    return Query.of(connection, sql, role.value()).list(row -> row.getString(1));
  }
}
