package shareddb.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.jdbc.ConcurrentChange;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;

/** Creates and drops whole databases, and revokes the rights of PUBLIC in them. */
public final class ServerDatabases {

  /** A database that every server has. The tool connects to it to create or drop others. */
  public static final DatabaseName MAINTENANCE = new DatabaseName("postgres");

  /**
   * The SQLSTATEs of another session that created the same database: a duplicate name, or a
   * duplicate catalog row.
   */
  private static final Set<String> MADE_BY_ANOTHER = Set.of("42P04", "23505");

  private ServerDatabases() {}

  /**
   * Creates a database without rights of PUBLIC, and returns a login to it. Its template is
   * template0, because no session can be connected to it and block the copy. The copy is written
   * through the WAL, because a copy of files would make the whole server run two checkpoints.
   */
  public static Login create(Login server, DatabaseName name) throws SQLException {
    try (Connection connection = server.connect()) {
      execute(
          connection, "CREATE DATABASE " + name.quoted() + " TEMPLATE template0 STRATEGY WAL_LOG");
    }
    return closed(server.to(name));
  }

  /**
   * Creates a database as a copy of a template. No session may be connected to the template.
   * Postgres does not copy the rights on the template itself (such as {@code CONNECT} for a role).
   */
  public static Login create(Login server, DatabaseName name, DatabaseName template)
      throws SQLException {
    try (Connection connection = server.connect()) {
      execute(
          connection,
          "CREATE DATABASE "
              + name.quoted()
              + " TEMPLATE "
              + template.quoted()
              + " STRATEGY FILE_COPY");
    }
    return closed(server.to(name));
  }

  /**
   * Creates a database if it is missing, and revokes the rights of PUBLIC. Returns a login to it.
   */
  public static Login ensure(Login server, DatabaseName name) throws SQLException {
    try {
      return exists(server, name) ? closed(server.to(name)) : create(server, name);
    } catch (SQLException e) {
      // If two sessions create it at the same time, one of them fails and uses the existing
      // database.
      if (!MADE_BY_ANOTHER.contains(e.getSQLState())) {
        throw e;
      }
      return closed(server.to(name));
    }
  }

  /** Drops the database and ends its sessions. Does nothing if it does not exist. */
  public static void drop(Login server, DatabaseName name) throws SQLException {
    try (Connection connection = server.connect()) {
      execute(connection, "DROP DATABASE IF EXISTS " + name.quoted() + " WITH (FORCE)");
    }
  }

  public static boolean exists(Login server, DatabaseName name) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_database WHERE datname = ?)";
    try (Connection connection = server.reading().connect()) {
      return Query.of(connection, sql, name.value()).isTrue();
    }
  }

  /**
   * Revokes the rights that Postgres gives to PUBLIC by default: to connect, to make temporary
   * tables, to use {@code public}. Roles that need such a right get it by name. Calling it again is
   * harmless.
   */
  public static Login closed(Login login) throws SQLException {
    try (Connection connection = login.connect()) {
      ConcurrentChange.make(() -> close(connection));
    }
    return login;
  }

  private static void close(Connection connection) throws SQLException {
    for (String open : openDoors(connection)) {
      execute(connection, "REVOKE ALL ON " + open + " FROM PUBLIC");
    }
  }

  /** The first object in this database on which PUBLIC has a right. */
  public static Optional<String> openDoor(Login login) {
    try (Connection connection = login.reading().connect()) {
      return openDoors(connection).stream().findFirst();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  /** The database and its schema {@code public}, quoted for SQL, if PUBLIC has a right on them. */
  private static List<String> openDoors(Connection connection) throws SQLException {
    String sql =
        """
        SELECT 'DATABASE ' || quote_ident(datname)
        FROM pg_database
        WHERE datname = current_database()
          AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba)))
                      WHERE grantee = 0)
        UNION ALL
        SELECT 'SCHEMA ' || quote_ident(nspname)
        FROM pg_namespace
        WHERE nspname = 'public'
          AND EXISTS (SELECT FROM aclexplode(coalesce(nspacl, acldefault('n', nspowner)))
                      WHERE grantee = 0)
        """;
    return Query.of(connection, sql).list(row -> row.getString(1));
  }

  /** Whether the server accepts this login. */
  public static boolean answers(Login login) {
    try (Connection connection = login.reading().connect()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
