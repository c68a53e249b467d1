package shareddb.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.Sql;

/**
 * One learner tries to read and write what belongs to another, to the instructor, to the server.
 */
@Tag("long")
final class LearnerWallTest extends ClassCase {

  private static final String DENIED = "42501";

  private interface SqlWork {
    void run() throws SQLException;
  }

  @BeforeEach
  void twoLearners() throws SQLException {
    add("wall_ada", "wall_eve");
    Sql.run(
        login("wall_ada"),
        "CREATE SCHEMA wall_ada_work CREATE TABLE secrets (text text);"
            + "INSERT INTO wall_ada_work.secrets VALUES ('42');"
            + "INSERT INTO class.progress (exercise, tries) VALUES ('00.1', 1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM wall_ada_work.secrets",
        "UPDATE wall_ada_work.secrets SET text = ''",
        "DROP SCHEMA wall_ada_work CASCADE",
        "CREATE TABLE wall_ada_work.mine (id int)",
        "SET ROLE wall_ada",
        "SET ROLE wall_ada_api",
        "GRANT wall_ada TO wall_eve",
        "ALTER ROLE wall_ada PASSWORD 'x'",
        "SELECT * FROM class.learner",
        "CREATE TABLE class.mine (id int)",
        "ALTER TABLE class.progress DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_rows ON class.progress",
        "INSERT INTO class.progress (learner, exercise, tries)" + " VALUES ('wall_ada', '00.2', 1)",
        "SELECT * FROM pg_authid",
        "SELECT * FROM pg_shadow",
        "SELECT pg_read_file('postgresql.conf')",
        "COPY (SELECT 1) TO PROGRAM 'cat'",
        "CREATE ROLE eves_friend",
        "CREATE DATABASE eves",
        "ALTER ROLE wall_eve SUPERUSER",
        "ALTER ROLE wall_eve CONNECTION LIMIT 1000",
        "SET temp_file_limit = -1",
        "CREATE TABLE public.mine (id int)",
        "ALTER SYSTEM SET fsync = off",
      })
  void isRefused(String sql) {
    assertThat(sqlState(() -> Sql.run(login("wall_eve"), sql))).isEqualTo(DENIED);
  }

  @Test
  void anotherLearnersProgressIsNeitherSeenNorChanged() throws SQLException {
    Login eve = login("wall_eve");

    assertThat(Sql.text(eve, "SELECT count(*) FROM class.progress")).isEqualTo("0");
    Sql.run(eve, "UPDATE class.progress SET tries = 9");
    Sql.run(eve, "DELETE FROM class.progress");
    assertThat(Sql.text(login("wall_ada"), "SELECT tries FROM class.progress")).isEqualTo("1");
  }

  @Test
  void noOtherDatabaseLetsALearnerIn() throws SQLException {
    Login module = ServerDatabases.ensure(DATABASE.admin(), other());
    try {
      for (DatabaseName closed : new DatabaseName[] {DATABASE.admin().database(), other()}) {
        for (Login login : new Login[] {login("wall_eve"), api()}) {
          assertThat(sqlState(() -> login.to(closed).connect().close()))
              .as(login + " in " + closed)
              .isEqualTo(DENIED);
        }
      }
    } finally {
      ServerDatabases.drop(DATABASE.admin(), module.database());
    }
  }

  @Test
  void theRoleOfTheApiHasOnlyWhatTheLearnerGrants() throws SQLException {
    Sql.run(
        login("wall_eve"),
        "CREATE SCHEMA wall_eve_work CREATE TABLE t (id int) CREATE TABLE u (id int);"
            + "GRANT USAGE ON SCHEMA wall_eve_work TO wall_eve_api;"
            + "GRANT SELECT ON wall_eve_work.t TO wall_eve_api");

    assertThat(Sql.text(api(), "SELECT count(*) FROM wall_eve_work.t")).isEqualTo("0");
    for (String sql :
        new String[] {
          "SELECT * FROM wall_eve_work.u",
          "SELECT * FROM class.progress",
          "CREATE SCHEMA mine",
          "SET ROLE wall_eve"
        }) {
      assertThat(sqlState(() -> Sql.run(api(), sql))).as(sql).isEqualTo(DENIED);
    }
    Sql.run(login("wall_eve"), "BEGIN; SET LOCAL ROLE wall_eve_api; COMMIT");
  }

  /** How the server refuses it, or that it does not. */
  private static String sqlState(SqlWork work) {
    try {
      work.run();
      return "not refused";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  private Login api() {
    return login("wall_eve").as("wall_eve_api", login("wall_eve").password());
  }

  private static DatabaseName other() {
    return new DatabaseName(DATABASE.admin().database() + "_x");
  }
}
