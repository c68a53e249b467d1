package shareddb.cli.command.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.migrate.role.ApiRole;

/**
 * Opens the connection of the SQL prompt, with the schema as search path, so that names need no
 * prefix.
 */
record SqlLogin(SelectedTarget chosen, boolean admin) {

  Connection connect() throws SQLException {
    // The role's own limit is for requests. A person can stop a statement.
    Login login =
        admin
            ? chosen.target().admin()
            : ApiRole.login(loggedInAs()).withSession("statement_timeout=0");
    Connection connection = open(login);
    try {
      enter(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Target loggedInAs() {
    return takesRole() ? Target.usual(chosen.settings().admin(), chosen.track()) : chosen.target();
  }

  /**
   * In the shared database no tenant has a login of its own: the session logs in as the module's
   * role and takes the tenant's role.
   */
  private boolean takesRole() {
    return chosen.tenant().isPresent() && !chosen.isInDatabaseOfItsOwn();
  }

  private Connection open(Login login) throws SQLException {
    try {
      return login.connectUnlimited();
    } catch (SQLException e) {
      String state = Optional.ofNullable(e.getSQLState()).orElse("");
      if (admin || !(state.startsWith("28") || state.equals("42501"))) {
        throw e;
      }
      throw CommandFailure.failed(
          "the role " + login.user() + " cannot log in: " + e.getMessage(),
          "%s     makes the role\n%s --admin     does without it"
              .formatted(chosen.command("upgrade"), chosen.command("sql")));
    }
  }

  private void enter(Connection connection) throws SQLException {
    SchemaName schema = chosen.target().schema();
    if (!exists(connection, schema)) {
      throw CommandFailure.failed(chosen.target() + " is not there", chosen.command("upgrade"));
    }
    Query.execute(connection, "SET search_path = " + schema.quoted());
    if (!admin && takesRole()) {
      Query.execute(connection, "SET ROLE " + chosen.target().apiRole().quoted());
    }
  }

  private static boolean exists(Connection connection, SchemaName schema) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?)";
    return Query.of(connection, sql, schema.value()).isTrue();
  }
}
