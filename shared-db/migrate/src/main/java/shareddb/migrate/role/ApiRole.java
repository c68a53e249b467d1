package shareddb.migrate.role;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.postgresql.util.PasswordUtil;
import shareddb.base.jdbc.ConcurrentChange;
import shareddb.base.names.RoleName;
import shareddb.base.settings.DerivedSecret;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.track.Target;

/**
 * The role that a module's API logs in as. By itself it may only connect. The track's migrations
 * grant it all other rights, as {@code "${api_role}"}.
 */
public final class ApiRole {

  private static final String ATTRIBUTES =
      "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

  private static final int ITERATIONS = 4096;

  private ApiRole() {}

  /**
   * The API's login. Its password is derived from the administrator's password, so it is not
   * stored.
   */
  public static Login login(Target target) {
    RoleName role = target.apiRole();
    return target.admin().as(role.value(), password(target.admin(), role));
  }

  /** Creates the role if it is missing, and repairs it if it differs. Otherwise nothing changes. */
  public static void ensure(Connection connection, Target target) throws SQLException {
    ConcurrentChange.make(() -> mend(connection, target));
  }

  /** The statements that would create or repair the role, without its password. */
  public static List<String> missing(Connection connection, Target target) throws SQLException {
    RoleName role = target.apiRole();
    List<String> statements = new ArrayList<>();
    boolean there = isThere(connection, role);
    if (!there || !isAsWanted(connection, role, verifier(target.admin(), role))) {
      statements.add((there ? "ALTER" : "CREATE") + " ROLE " + role.quoted() + " " + ATTRIBUTES);
    }
    if (!there || !mayConnect(connection, role)) {
      statements.add(connectGrant(target, role));
    }
    return List.copyOf(statements);
  }

  public static boolean isThere(Connection connection, RoleName role) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, role.value());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static String connectGrant(Target target, RoleName role) {
    String database = target.admin().database().quoted();
    return "GRANT CONNECT ON DATABASE " + database + " TO " + role.quoted();
  }

  private static void mend(Connection connection, Target target) throws SQLException {
    RoleName role = target.apiRole();
    String verifier = verifier(target.admin(), role);
    if (!isAsWanted(connection, role, verifier)) {
      execute(connection, createUnlessThere(role));
      execute(
          connection,
          "ALTER ROLE " + role.quoted() + " " + ATTRIBUTES + " PASSWORD '" + verifier + "'");
    }
    if (!mayConnect(connection, role)) {
      execute(connection, connectGrant(target, role));
    }
  }

  /**
   * The SQL that creates the role. Two modules may start at once: for the second one the role
   * already exists.
   */
  public static String createUnlessThere(RoleName role) {
    return """
    DO $do$
    BEGIN
        CREATE ROLE %s NOLOGIN NOINHERIT;
    EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
    END
    $do$
    """
        .formatted(role.quoted());
  }

  private static boolean isAsWanted(Connection connection, RoleName role, String verifier)
      throws SQLException {
    String sql =
        """
        SELECT rolcanlogin
           AND NOT (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls
                    OR rolinherit)
           AND rolpassword = ?
        FROM pg_catalog.pg_authid
        WHERE rolname = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, verifier);
      statement.setString(2, role.value());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static boolean mayConnect(Connection connection, RoleName role) throws SQLException {
    String sql =
        """
        SELECT EXISTS (
            SELECT FROM pg_catalog.pg_database AS database,
                        LATERAL aclexplode(database.datacl) AS grants
            WHERE database.datname = current_database()
              AND grants.grantee = ?::regrole AND grants.privilege_type = 'CONNECT')
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, role.quoted());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Secret password(Login admin, RoleName role) {
    byte[] mac = DerivedSecret.from(admin, "password of " + role.value());
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
  }

  /**
   * The SCRAM verifier that Postgres stores in place of the password. Its salt is derived, so the
   * verifier is always the same and can be compared. The password itself never reaches the server's
   * log.
   */
  private static String verifier(Login admin, RoleName role) {
    return PasswordUtil.encodeScramSha256(
        password(admin, role).reveal().toCharArray(),
        ITERATIONS,
        Arrays.copyOf(DerivedSecret.from(admin, "salt of " + role.value()), 16));
  }
}
