package shareddb.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;

/** Makes and drops whole databases, and closes them to everyone who was not let in. */
public final class ServerDatabases {

  /** A database that every server has, to be connected to where another one is made or dropped. */
  public static final DatabaseName MAINTENANCE = new DatabaseName("postgres");

  /** A database of this name, or its row in the catalog. */
  private static final Set<String> MADE_BY_ANOTHER = Set.of("42P04", "23505");

  private ServerDatabases() {}

  /**
   * Makes a database whose {@code public} is closed; returns the same login to it. Of the templates
   * it is the one that nobody may be connected to, for then nobody is in the way; and it is copied
   * through the log, since to copy its files would make the whole server write to the disk twice.
   */
  public static Login create(Login server, DatabaseName name) throws SQLException {
    try (Connection connection = server.connect()) {
      execute(
          connection, "CREATE DATABASE " + name.quoted() + " TEMPLATE template0 STRATEGY WAL_LOG");
    }
    return closed(server.to(name));
  }

  /**
   * Makes a database as a copy of another one, which nobody may be connected to. What was granted
   * on the template itself (as {@code CONNECT} to a role) is not copied by Postgres.
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

  /** Makes a database where it is missing, and closes it; returns the same login to it. */
  public static Login ensure(Login server, DatabaseName name) throws SQLException {
    try {
      return exists(server, name) ? closed(server.to(name)) : create(server, name);
    } catch (SQLException e) {
      // Two at once: one of them makes it, and the other finds it there.
      if (!MADE_BY_ANOTHER.contains(e.getSQLState())) {
        throw e;
      }
      return closed(server.to(name));
    }
  }

  /** Drops the database and ends the sessions in it; harmless where there is none. */
  public static void drop(Login server, DatabaseName name) throws SQLException {
    try (Connection connection = server.connect()) {
      execute(connection, "DROP DATABASE IF EXISTS " + name.quoted() + " WITH (FORCE)");
    }
  }

  public static boolean exists(Login server, DatabaseName name) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_database WHERE datname = ?)";
    try (Connection connection = server.connect()) {
      return Query.of(connection, sql, name.value()).isTrue();
    }
  }

  /**
   * Takes from everyone what Postgres gives to everyone: to connect, to make temporary tables, to
   * use {@code public}. Who needs one of these has it granted by name. Harmless when repeated.
   */
  public static Login closed(Login login) throws SQLException {
    try (Connection connection = login.connect()) {
      for (String open : openDoors(connection)) {
        execute(connection, "REVOKE ALL ON " + open + " FROM PUBLIC");
      }
    }
    return login;
  }

  /** The first thing in this database that everyone may use by default. */
  public static Optional<String> openDoor(Login login) {
    try (Connection connection = login.connect()) {
      return openDoors(connection).stream().findFirst();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  /** The database and its {@code public}, as they stand in SQL, where everyone has a right. */
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

  /** Whether the server takes this login. */
  public static boolean answers(Login login) {
    try (Connection connection = login.connect()) {
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
