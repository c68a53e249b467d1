package workshop.requirementssharedschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.tracktesting.MigratedDatabase;
import workshop.requirements.suite.Statements;

/**
 * The roles of members in the database: statements of a handler that forgets to ask for the role.
 */
class RolesTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("02_requirements_shared_schema");

  private Connection api;

  /** A project with a member of each role, and a person who is none. */
  @BeforeAll
  static void members() throws SQLException {
    try (Connection admin = db.admin().connect()) {
      Statements.run(
          admin,
          """
          SET search_path = "02_requirements_shared_schema";
          INSERT INTO users (email)
          VALUES ('viewer@c.org'), ('editor@c.org'), ('owner@c.org'), ('eve@e.org');
          INSERT INTO projects (name) VALUES ('Of three');
          INSERT INTO user_projects (project_id, user_id, role)
          VALUES (1, 1, 'viewer'), (1, 2, 'editor'), (1, 3, 'owner');
          INSERT INTO groups (project_id, name) VALUES (1, 'g'), (1, 'empty');
          INSERT INTO requirements (project_id, title, group_id) VALUES (1, 'r', 1)
          """);
    }
  }

  @BeforeEach
  void begin() throws SQLException {
    api = db.api().connect();
    Statements.run(api, "SET search_path = \"02_requirements_shared_schema\"");
    api.setAutoCommit(false);
  }

  @AfterEach
  void end() throws SQLException {
    api.rollback();
    api.close();
  }

  /** What it may not do changes no row, or is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "viewer | INSERT INTO requirements (title) VALUES ('x')",
        "viewer | UPDATE requirements SET title = 'x'",
        "viewer | INSERT INTO groups (name) VALUES ('x')",
        "viewer | UPDATE groups SET name = 'x'",
        "viewer | DELETE FROM groups WHERE name = 'empty'",
        "viewer | SELECT take_numbers(1, 5)",
        "editor | INSERT INTO user_projects (user_id, role) VALUES (4, 'viewer')",
        "editor | UPDATE user_projects SET role = 'owner'",
        "editor | DELETE FROM user_projects",
        "editor | UPDATE projects SET name = 'x'",
        "editor | UPDATE projects SET last_number = 99",
        "owner  | UPDATE projects SET last_number = 99",
      })
  void aRoleIsAWallToo(String role, String sql) throws SQLException {
    String rows =
        """
        SELECT (SELECT json_agg(p ORDER BY id) FROM projects AS p)::text
            || (SELECT json_agg(m ORDER BY user_id) FROM user_projects AS m)
            || (SELECT json_agg(g ORDER BY id) FROM groups AS g)
            || (SELECT json_agg(r ORDER BY id) FROM requirements AS r)\
        """;
    in(role);
    List<String> before = Statements.column(api, rows);
    assertThat(before).hasSize(1).doesNotContainNull();

    Savepoint start = api.setSavepoint();
    try {
      Statements.run(api, sql);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501");
      api.rollback(start);
    }

    assertThat(Statements.column(api, rows)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "editor | INSERT INTO requirements (title) VALUES ('x')",
        "editor | UPDATE requirements SET title = 'x'",
        "editor | INSERT INTO groups (name) VALUES ('x')",
        "editor | DELETE FROM groups WHERE name = 'empty'",
        "editor | SELECT take_numbers(1, 5) / take_numbers(1, 5)",
        "owner  | INSERT INTO requirements (title) VALUES ('x')",
        "owner  | INSERT INTO user_projects (user_id, role) VALUES (4, 'viewer')",
        "owner  | UPDATE user_projects SET role = 'viewer'",
        "owner  | DELETE FROM user_projects",
        "owner  | UPDATE projects SET name = 'x'",
      })
  void aRoleMayDoWhatItIsFor(String role, String sql) throws SQLException {
    in(role);
    try (Statement statement = api.createStatement()) {
      boolean hasRows = statement.execute(sql);

      assertThat(hasRows || statement.getUpdateCount() > 0).isTrue();
    }
  }

  private void in(String role) throws SQLException {
    Statements.run(
        api,
        "SET LOCAL app.user_email = '%s@c.org'; SET LOCAL app.project_id = '1'".formatted(role));
  }
}
