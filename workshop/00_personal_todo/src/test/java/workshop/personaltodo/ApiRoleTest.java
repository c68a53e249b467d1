package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.migrate.Upgrade;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tracktesting.MigratedDatabase;

/** What the API's role may not do, even if a request smuggles SQL in. */
final class ApiRoleTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("00_personal_todo");

  @Test
  void itMayUseItsOwnData() throws SQLException {
    asApi("INSERT INTO \"00_personal_todo\".todos (title) VALUES ('mine')");
    asApi("UPDATE \"00_personal_todo\".todos SET title = 'still mine'");
    asApi("SELECT * FROM \"00_personal_todo\".todos");
    asApi("DELETE FROM \"00_personal_todo\".todos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM neighbour.todos",
        "INSERT INTO neighbour.todos (title) VALUES ('x')",
        "CREATE TABLE \"00_personal_todo\".mine ()",
        "ALTER TABLE \"00_personal_todo\".todos ADD COLUMN x text",
        "DROP TABLE \"00_personal_todo\".todos",
        "TRUNCATE \"00_personal_todo\".todos",
        "CREATE INDEX ON \"00_personal_todo\".todos (title)",
        "SELECT * FROM \"00_personal_todo\".flyway_schema_history",
        "DELETE FROM \"00_personal_todo\".flyway_schema_history",
        "CREATE TABLE public.mine ()",
        "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE SCHEMA mine",
        "CREATE TEMPORARY TABLE mine ()",
        "CREATE ROLE mine",
        "ALTER ROLE \"00_personal_todo_api\" SUPERUSER",
        "SET ROLE admin_of_test",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY \"00_personal_todo\".todos TO PROGRAM 'true'",
        "SELECT rolpassword FROM pg_authid",
      })
  void itMayDoNothingElseNotEvenAfterResetRole(String sql) {
    assertThatThrownBy(() -> asApi(sql))
        .as(sql)
        .isInstanceOfSatisfying(SQLException.class, ApiRoleTest::isRefusal);
    assertThatThrownBy(() -> asApi("RESET ROLE; RESET SESSION AUTHORIZATION; " + sql))
        .as("after RESET ROLE: " + sql)
        .isInstanceOfSatisfying(SQLException.class, ApiRoleTest::isRefusal);
  }

  @Test
  void itMayNotEnterAnotherDatabase() throws SQLException {
    DatabaseName other = new DatabaseName(db.admin().database().value() + "_other");
    ServerDatabases.create(db.admin(), other);
    try {
      assertThatThrownBy(() -> db.api().to(other).connect())
          .hasMessageContaining("permission denied for database");
    } finally {
      ServerDatabases.drop(db.admin(), other);
    }
  }

  @Test
  void publicIsEmpty() throws SQLException {
    try (Connection admin = db.admin().connect();
        Statement statement = admin.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  /** Not some other error that would go away with better SQL: 42501 is a lack of privilege. */
  private static void isRefusal(SQLException error) {
    assertThat(error.getSQLState()).as(error.getMessage()).isEqualTo("42501");
  }

  /** The same tables in another schema, and a role that is worth becoming. */
  @BeforeAll
  static void neighbour() throws SQLException {
    Upgrade.run(db.track(), new Target(db.admin(), new SchemaName("neighbour")));
    try (Connection admin = db.admin().connect();
        Statement statement = admin.createStatement()) {
      statement.execute(
          """
          DO $do$ BEGIN CREATE ROLE admin_of_test SUPERUSER;
          EXCEPTION WHEN duplicate_object THEN NULL; END $do$
          """);
    }
  }

  private static void asApi(String sql) throws SQLException {
    try (Connection api = db.api().connect();
        Statement statement = api.createStatement()) {
      statement.execute(sql);
    }
  }
}
