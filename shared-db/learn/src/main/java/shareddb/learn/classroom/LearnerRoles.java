package shareddb.learn.classroom;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.jdbc.Query;
import shareddb.base.names.LearnerName;
import shareddb.base.names.RoleName;

/**
 * The two login roles of each learner: one that makes and owns schemas, and one that the APIs of
 * their exercises log in as, which the first one may take by {@code SET ROLE}. Both have the same
 * password. Their rights come from two groups.
 */
record LearnerRoles(ClassDatabase database) {

  private static final int CONNECTIONS = 20;
  private static final String STATEMENT_TIMEOUT = "60s";

  /** From this version on, Postgres can say for each membership what it allows. */
  private static final int OPTIONS_OF_MEMBERSHIPS = 16;

  private static final String ATTRIBUTES =
      "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT"
          + " CONNECTION LIMIT "
          + CONNECTIONS;

  /** Makes all roles in the transaction that is open: some statements for each, in one message. */
  void make(Connection connection, List<LearnerKey> keys) throws SQLException {
    boolean hasOptions =
        connection.getMetaData().getDatabaseMajorVersion() >= OPTIONS_OF_MEMBERSHIPS;
    // Each verifier costs thousands of hashes: they are computed side by side.
    StringBuilder sql =
        new StringBuilder(
            keys.parallelStream()
                .map(key -> statements(key, hasOptions))
                .collect(Collectors.joining()));
    List<LearnerName> names = keys.stream().map(LearnerKey::learner).toList();
    join(sql, database.learners(), names.stream().map(LearnerName::role).toList(), hasOptions);
    join(sql, database.apis(), names.stream().map(LearnerName::apiRole).toList(), hasOptions);
    Query.execute(connection, sql.toString());
  }

  /** The roles of all learners: the members of the group. No other role is ever changed. */
  List<String> all(Connection connection) throws SQLException {
    String sql =
        """
        SELECT member.rolname FROM pg_catalog.pg_auth_members AS membership
        JOIN pg_catalog.pg_roles AS member ON member.oid = membership.member
        JOIN pg_catalog.pg_roles AS owner ON owner.oid = membership.roleid
        WHERE owner.rolname = ?
        """;
    return Query.of(connection, sql, database.learners().value()).list(row -> row.getString(1));
  }

  boolean has(Connection connection, LearnerName learner) throws SQLException {
    return all(connection).contains(learner.value());
  }

  /** Gives both roles of a learner the password of a new key. */
  void renew(Connection connection, LearnerKey key) throws SQLException {
    String verifier = key.verifier();
    for (RoleName role : List.of(key.learner().role(), key.learner().apiRole())) {
      Query.execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(role.quoted(), verifier));
    }
  }

  /** Drops both roles, with all that they own in the class's database. */
  void drop(Connection connection, LearnerName learner) throws SQLException {
    String both = learner.role().quoted() + ", " + learner.apiRole().quoted();
    Query.execute(connection, "DROP OWNED BY " + both + " CASCADE; DROP ROLE " + both);
  }

  private static String statements(LearnerKey key, boolean hasOptions) {
    String verifier = key.verifier();
    return make(key.learner().role(), verifier)
        + make(key.learner().apiRole(), verifier)
        + "GRANT %s TO %s%s;\n"
            .formatted(
                key.learner().apiRole().quoted(),
                key.learner().role().quoted(),
                hasOptions ? " WITH INHERIT FALSE, SET TRUE" : "");
  }

  private static String make(RoleName role, String verifier) {
    return """
    CREATE ROLE %1$s %2$s PASSWORD '%3$s';
    ALTER ROLE %1$s SET statement_timeout = '%4$s';
    """
        .formatted(role.quoted(), ATTRIBUTES, verifier, STATEMENT_TIMEOUT);
  }

  /** A member has the group's rights, and cannot become the group to make objects for all. */
  private static void join(
      StringBuilder sql, RoleName group, List<RoleName> members, boolean hasOptions) {
    sql.append(
        "GRANT %s TO %s%s;\n"
            .formatted(
                group.quoted(),
                members.stream().map(RoleName::quoted).collect(Collectors.joining(", ")),
                hasOptions ? " WITH INHERIT TRUE, SET FALSE" : ""));
  }
}
