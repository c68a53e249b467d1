package shareddb.migrate.role;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.ConcurrentChange;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.jdbc.Query;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;

/**
 * The role that a module's API logs in as. By itself it may only connect. The track's migrations
 * grant it all other rights, as {@code "${api_role}"}.
 */
public final class ApiRole {

  private static final String ATTRIBUTES =
      "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

  private ApiRole() {}

  /** The API's login. Its password is derived from the workshop's secret, so it is not stored. */
  public static Login login(Target target) {
    return target.admin().as(target.apiRole().value(), password(target).text());
  }

  /** The login that an API's pool uses: through the pooler of the settings, if there is one. */
  public static Login pooledLogin(Target target) {
    return login(target).throughPooler();
  }

  /** The login with the password of today. It differs from before if the secret was changed. */
  public static Login refreshed(Login api) {
    Secret secret = api.apis().secret().value();
    return api.as(api.user(), new RolePassword(secret, new RoleName(api.user())).text());
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
    if (!there || !isAsWanted(connection, password(target))) {
      statements.add((there ? "ALTER" : "CREATE") + " ROLE " + role.quoted() + " " + ATTRIBUTES);
    }
    statements.addAll(RoleDefaults.missing(connection, role, Optional.of(target.schema())));
    if (!there || !mayConnect(connection, role)) {
      statements.add(connectGrant(target, role));
    }
    return List.copyOf(statements);
  }

  public static boolean isThere(Connection connection, RoleName role) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ?)";
    return Query.of(connection, sql, role.value()).isTrue();
  }

  /**
   * Drops the role. It stays if it has rights in another database, where a schema has the same
   * name.
   *
   * @param admin the login to the database in which the role has rights
   */
  public static void drop(Login admin, RoleName role) throws SQLException {
    String sql =
        """
        DO $do$
        BEGIN
            DROP OWNED BY %1$s;
            BEGIN
                DROP ROLE %1$s;
            EXCEPTION
                WHEN dependent_objects_still_exist THEN NULL;
            END;
        EXCEPTION
            WHEN undefined_object THEN NULL;
        END
        $do$
        """
            .formatted(role.quoted());
    LostConnection.doneAgain(
        admin::connect,
        WaitLimits.PATIENCE,
        connection -> {
          Query.execute(connection, sql);
          return true;
        });
  }

  private static String connectGrant(Target target, RoleName role) {
    String database = target.admin().database().quoted();
    return "GRANT CONNECT ON DATABASE " + database + " TO " + role.quoted();
  }

  private static void mend(Connection connection, Target target) throws SQLException {
    RoleName role = target.apiRole();
    RolePassword password = password(target);
    if (!isAsWanted(connection, password)) {
      Query.execute(connection, createUnlessThere(role));
      Query.execute(connection, alter(password));
    }
    setDefaults(connection, role, Optional.of(target.schema()));
    if (!mayConnect(connection, role)) {
      Query.execute(connection, connectGrant(target, role));
    }
  }

  static void setDefaults(Connection connection, RoleName role, Optional<SchemaName> schema)
      throws SQLException {
    for (String statement : RoleDefaults.missing(connection, role, schema)) {
      Query.execute(connection, statement);
    }
  }

  /** The SQL that gives the role its attributes and its password. */
  static String alter(RolePassword password) {
    return "ALTER ROLE %s %s PASSWORD '%s'"
        .formatted(password.role().quoted(), ATTRIBUTES, password.verifier());
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

  private static boolean isAsWanted(Connection connection, RolePassword password)
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
    return Query.of(connection, sql, password.verifier(), password.role().value()).isTrue();
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
    return Query.of(connection, sql, role.quoted()).isTrue();
  }

  private static RolePassword password(Target target) {
    return new RolePassword(target.admin().apis().secret().value(), target.apiRole());
  }
}
