package shareddb.migrate.role;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.ConcurrentChange;
import shareddb.base.names.RoleName;
import shareddb.base.track.Target;

/**
 * The roles of many schemas, for one API that serves all of them. No session logs in as one of
 * these roles: a transaction takes it with {@code SET LOCAL ROLE}.
 */
public final class ApiRoles {

  private static final String ATTRIBUTES =
      "NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

  private static final String ROLE =
      "SELECT FROM pg_catalog.pg_roles WHERE rolname = name AND ?::text IS NULL";

  private static final String MEMBERSHIP =
      """
      SELECT FROM pg_catalog.pg_auth_members AS member
      JOIN pg_catalog.pg_roles AS role ON role.oid = member.roleid
      JOIN pg_catalog.pg_roles AS taker ON taker.oid = member.member
      WHERE role.rolname = name AND taker.rolname = ?\
      """;

  private static final int BATCH = 200;

  private ApiRoles() {}

  /**
   * Creates the missing roles.
   *
   * @param taker the role that may take them, if there is one
   */
  public static void ensure(
      Connection connection, Collection<Target> targets, Optional<RoleName> taker)
      throws SQLException {
    List<RoleName> roles = targets.stream().map(Target::apiRole).toList();
    for (int start = 0; start < roles.size(); start += BATCH) {
      List<RoleName> batch = roles.subList(start, Math.min(start + BATCH, roles.size()));
      ConcurrentChange.make(() -> make(connection, batch, taker));
    }
  }

  private static void make(Connection connection, List<RoleName> roles, Optional<RoleName> taker)
      throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (RoleName role : without(connection, roles, ROLE, Optional.empty())) {
      sql.append("CREATE ROLE %s %s;\n".formatted(role.quoted(), ATTRIBUTES));
    }
    if (taker.isPresent()) {
      for (RoleName role : without(connection, roles, MEMBERSHIP, taker)) {
        sql.append("GRANT %s TO %s;\n".formatted(role.quoted(), taker.get().quoted()));
      }
    }
    if (!sql.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN;\n" + sql + "COMMIT");
      } catch (SQLException e) {
        rollBack(connection);
        throw e;
      }
    }
  }

  private static List<RoleName> without(
      Connection connection, List<RoleName> roles, String what, Optional<RoleName> taker)
      throws SQLException {
    String sql = "SELECT name FROM unnest(?::text[]) AS name WHERE NOT EXISTS (" + what + ")";
    List<RoleName> missing = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1, connection.createArrayOf("text", roles.stream().map(RoleName::value).toArray()));
      statement.setString(2, taker.map(RoleName::value).orElse(null));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          missing.add(new RoleName(rows.getString(1)));
        }
      }
    }
    return missing;
  }

  private static void rollBack(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    }
  }
}
