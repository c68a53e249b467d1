package workshop.requirementssharedschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.tracktesting.MigratedDatabase;
import workshop.requirements.suite.Statements;

/** The second wall: statements that forget whose rows they mean, as the API's own role. */
class WallTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("02_requirements_shared_schema");

  private static final List<String> TABLES =
      List.of("projects", "users", "user_projects", "requirements", "groups", "cell_history");

  private Connection api;

  /** Ada owns project 1 and Bob project 2; Eve is a member of neither. */
  @BeforeAll
  static void twoProjects() throws SQLException {
    try (Connection admin = db.admin().connect()) {
      Statements.run(
          admin,
          """
          SET search_path = "02_requirements_shared_schema";
          INSERT INTO users (email) VALUES ('ada@a.org'), ('bob@b.org'), ('eve@e.org');
          INSERT INTO projects (name) VALUES ('Ada''s'), ('Bob''s');
          INSERT INTO user_projects (project_id, user_id, role)
          VALUES (1, 1, 'owner'), (2, 2, 'owner');
          INSERT INTO groups (project_id, name) VALUES (1, 'g'), (2, 'g');
          INSERT INTO requirements (project_id, title, group_id) VALUES (1, 'a', 1), (2, 'b', 2);
          UPDATE requirements SET text = title
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

  @Test
  void withoutAWhereThereAreStillOnlyTheProjectsRows() throws SQLException {
    in("ada@a.org", 1);

    for (String table : TABLES) {
      assertThat(count(table)).as(table).isEqualTo(1);
    }
    assertThat(Statements.column(api, "SELECT title FROM requirements")).containsExactly("a");
    Statements.run(api, "UPDATE requirements SET title = 'changed'");
    Statements.run(api, "UPDATE projects SET name = 'changed'");
    Statements.run(api, "DELETE FROM user_projects");
    in("bob@b.org", 2);
    assertThat(Statements.column(api, "SELECT title FROM requirements")).containsExactly("b");
    assertThat(Statements.column(api, "SELECT name FROM projects")).containsExactly("Bob's");
    assertThat(count("user_projects")).isEqualTo(1);
  }

  @Test
  void withoutAUserOrAProjectThereIsNothing() throws SQLException {
    for (String table : TABLES) {
      assertThat(count(table)).as(table).isZero();
    }
    in("ada@a.org", 1);
    api.commit();
    for (String table : TABLES) {
      assertThat(count(table)).as(table + ", when the transaction is over").isZero();
    }
  }

  /** So a handler that forgets to ask for the role shows nothing. */
  @Test
  void toNameAProjectIsNotEnough() throws SQLException {
    for (String stranger : List.of("eve@e.org", "ada@a.org", "nobody@n.org", "")) {
      in(stranger, 2);
      for (String table : List.of("requirements", "groups", "cell_history")) {
        assertThat(count(table)).as(stranger + " in " + table).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO requirements (project_id, title) VALUES (2, 'planted')",
        "INSERT INTO groups (project_id, name) VALUES (2, 'planted')",
        "INSERT INTO user_projects (project_id, user_id, role) VALUES (2, 1, 'owner')",
        "UPDATE requirements SET project_id = 2",
        "UPDATE user_projects SET project_id = 2",
        "INSERT INTO projects (name) VALUES ('mine')",
        "INSERT INTO users (email) VALUES ('x@x.org')",
        "UPDATE users SET email = 'bob@b.org'",
        "DELETE FROM requirements",
        "DELETE FROM projects",
      })
  void nobodyWritesWhereTheyHaveNoBusiness(String sql) throws SQLException {
    in("ada@a.org", 1);

    refused(sql, "42501");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO cell_history (project_id, requirement_id, field, after, changed_by)"
            + " VALUES (1, 1, 'title', 'forged', 'bob@b.org')",
        "UPDATE cell_history SET changed_by = 'bob@b.org'",
        "DELETE FROM cell_history",
      })
  void nobodyForgesTheHistory(String sql) throws SQLException {
    in("ada@a.org", 1);

    refused(sql, "42501");
  }

  /** Foreign keys are checked past every policy, so the project is a part of them. */
  @Test
  void nothingPointsAcrossProjectsNotEvenForTheAdministrator() throws SQLException {
    in("ada@a.org", 1);
    refused("UPDATE requirements SET group_id = 2", "23503");
    refused("INSERT INTO requirements (title, group_id) VALUES ('x', 2)", "23503");
    try (Connection admin = db.admin().connect()) {
      assertThatThrownBy(
              () ->
                  Statements.run(
                      admin,
                      "INSERT INTO \"02_requirements_shared_schema\".cell_history"
                          + " (project_id, requirement_id, field, after, changed_by)"
                          + " VALUES (1, 2, 'title', 'x', 'y')"))
          .hasMessageContaining("cell_history_requirement_fkey");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE requirements DISABLE ROW LEVEL SECURITY",
        "DROP POLICY requirements_of_project ON requirements",
        "SET LOCAL ROLE pg_read_all_data",
        "TRUNCATE requirements",
        "CREATE TABLE mine ()",
        "CREATE TEMPORARY TABLE requirements ()",
        "SELECT * FROM flyway_schema_history",
        "CREATE OR REPLACE FUNCTION current_project_id() RETURNS bigint LANGUAGE sql RETURN 2",
      })
  void theRoleCannotTakeTheWallDown(String sql) throws SQLException {
    refused(sql, "42501");
    refused("RESET ROLE; RESET SESSION AUTHORIZATION; " + sql, "42501");
  }

  /** What the server keeps for itself tells of rows too: the commonest values, the last numbers. */
  @Test
  void noStatisticsAndNoSequenceTellsOfOthers() throws SQLException {
    try (Connection admin = db.admin().connect()) {
      Statements.run(
          admin,
          """
          SET search_path = "02_requirements_shared_schema";
          ANALYZE requirements, users, projects, user_projects, groups, cell_history
          """);
    }
    in("ada@a.org", 1);

    String of = " WHERE schemaname = '02_requirements_shared_schema'";
    assertThat(Statements.column(api, "SELECT tablename FROM pg_stats" + of)).isEmpty();
    assertThat(
            Statements.column(
                api, "SELECT sequencename FROM pg_sequences" + of + " AND last_value IS NOT NULL"))
        .isEmpty();
    refused("SELECT last_value FROM requirements_id_seq", "42501");
    refused("SELECT * FROM pg_statistic", "42501");
  }

  @Test
  void everyTableIsBehindTheWallForItsOwnerToo() throws SQLException {
    try (Connection admin = db.admin().connect()) {
      assertThat(
              Statements.column(
                  admin,
                  """
                  SELECT relname FROM pg_class
                  WHERE relnamespace = '"02_requirements_shared_schema"'::regnamespace
                    AND relrowsecurity AND relforcerowsecurity
                  """))
          .containsExactlyInAnyOrderElementsOf(TABLES);
    }
  }

  private void in(String user, int project) throws SQLException {
    Statements.run(
        api,
        "SET LOCAL app.user_email = '%s'; SET LOCAL app.project_id = '%d'"
            .formatted(user, project));
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(Statements.column(api, "SELECT count(*) FROM " + table).getFirst());
  }

  private void refused(String sql, String state) throws SQLException {
    var before = api.setSavepoint();
    assertThatThrownBy(() -> Statements.run(api, sql))
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(state));
    api.rollback(before);
  }
}
