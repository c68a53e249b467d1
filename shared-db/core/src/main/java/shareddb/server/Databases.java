package shareddb.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import shareddb.names.DatabaseName;
import shareddb.settings.Login;

/** Makes and drops whole databases, and closes them to everyone who was not let in. */
public final class Databases {

  private Databases() {}

  /** Makes a database whose {@code public} is closed; returns the same login to it. */
  public static Login create(Login server, DatabaseName name) throws SQLException {
    try (Connection connection = server.connect()) {
      execute(connection, "CREATE DATABASE " + name.quoted());
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

  /** Drops the database and ends the sessions in it; harmless where there is none. */
  public static void drop(Login server, DatabaseName name) throws SQLException {
    try (Connection connection = server.connect()) {
      execute(connection, "DROP DATABASE IF EXISTS " + name.quoted() + " WITH (FORCE)");
    }
  }

  public static boolean exists(Login server, DatabaseName name) throws SQLException {
    try (Connection connection = server.connect();
        PreparedStatement query =
            connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
      query.setString(1, name.value());
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  /**
   * Takes from everyone what Postgres gives to everyone: to connect, to make temporary tables, to
   * use {@code public}. Who needs one of these has it granted by name.
   */
  public static Login closed(Login login) throws SQLException {
    try (Connection connection = login.connect()) {
      execute(connection, "REVOKE ALL ON DATABASE " + login.database().quoted() + " FROM PUBLIC");
      if (hasPublic(connection)) {
        execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
      }
    }
    return login;
  }

  /** Whether the server takes this login. */
  static boolean answers(Login login) {
    try (Connection connection = login.connect()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean hasPublic(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT FROM pg_namespace WHERE nspname = 'public'")) {
      return found.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
