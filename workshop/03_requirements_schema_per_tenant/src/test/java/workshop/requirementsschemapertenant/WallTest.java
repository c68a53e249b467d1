package workshop.requirementsschemapertenant;

import static org.assertj.core.api.Assertions.assertThat;

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
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.TwoTenants;

/** Statements of handlers that forget something, or are made to say more, as the API's login. */
class WallTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("03_requirements_schema_per_tenant");

  private static final List<String> TABLES =
      List.of(
          "tenant_settings",
          "person",
          "groups",
          "requirements",
          "requirement_counter",
          "cell_history");

  private static final String SHARED = Session.SHARED;

  private static MadeTenant hers;
  private static MadeTenant his;

  private Connection api;

  @BeforeAll
  static void twoTenants() throws SQLException {
    TwoTenants two = TwoTenants.of(new Tenants(db));
    hers = two.hers();
    his = two.his();
  }

  @BeforeEach
  void begin() throws SQLException {
    api = db.api().connect();
    api.setAutoCommit(false);
  }

  @AfterEach
  void end() throws SQLException {
    api.rollback();
    api.close();
  }

  @Test
  void inATenantThereIsThatTenantAndNothingElse() throws SQLException {
    in(hers);

    for (String table : TABLES) {
      assertThat(Statements.column(api, "SELECT count(*) FROM " + table)).containsExactly("1");
      refused("SELECT * FROM " + his.schema().quoted(table), "42501");
    }
    assertThat(Statements.column(api, "SELECT title FROM requirements"))
        .containsExactly(hers.name());
  }

  @Test
  void whoForgetsTheRoleMayTouchNothing() throws SQLException {
    Statements.run(api, "SET LOCAL search_path = " + hers.schema().quoted());

    // What may not be used is not even found by its name alone.
    TABLES.forEach(table -> refused("SELECT * FROM " + table, "42P01"));
    TABLES.forEach(table -> refused("SELECT * FROM " + hers.schema().quoted(table), "42501"));
  }

  @Test
  void whoForgetsTheSearchPathFindsNothing() throws SQLException {
    Statements.run(api, "SET LOCAL ROLE " + role(hers));

    TABLES.forEach(table -> refused("SELECT * FROM " + table, "42P01"));
  }

  @Test
  void whoForgetsBothAsTheLoginReadsNothingOfAnybody() {
    for (String table : List.of("tenant_registry", "plan", "feature", "flyway_schema_history")) {
      refused("SELECT * FROM " + SHARED + "." + table, "42501");
    }
    for (MadeTenant tenant : List.of(hers, his)) {
      TABLES.forEach(table -> refused("SELECT * FROM " + tenant.schema().quoted(table), "42501"));
    }
  }

  @Test
  void roleAndPathEndWithTheTransactionHoweverThatEnds() throws SQLException {
    in(hers);
    api.commit();
    outside();
    in(hers);
    api.rollback();
    outside();
  }

  @Test
  void backInTheLoginThereIsNothingToRead() throws SQLException {
    in(hers);
    for (String way : List.of("RESET ROLE", "SET LOCAL ROLE NONE", "RESET ALL; RESET ROLE")) {
      refused(way + "; SELECT * FROM " + hers.schema().quoted("requirements"), "42501");
      refused(way + "; SELECT * FROM " + his.schema().quoted("requirements"), "42501");
    }
  }

  /**
   * What this wall is not: the login must be able to take each tenant's role, so whoever can make
   * the API run a statement of theirs can take it too. That no text ever becomes a statement is
   * what bind variables are for: see {@code ForeignTenantSuite#sqlInATextIsAText}.
   */
  @Test
  void whoMayRunAnyStatementMayBeAnyTenant() throws SQLException {
    in(hers);
    Statements.run(api, "SET LOCAL ROLE " + role(his));

    assertThat(Statements.column(api, "SELECT title FROM " + his.schema().quoted("requirements")))
        .containsExactly(his.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM requirements",
        "DELETE FROM tenant_settings",
        "INSERT INTO tenant_settings (settings) VALUES ('{}')",
        "UPDATE requirements SET number = 7",
        "UPDATE person SET email = 'x@example.org'",
        "INSERT INTO cell_history (requirement_id, field, after, changed_by)"
            + " VALUES (1, 'title', 'forged', 'x')",
        "UPDATE cell_history SET changed_by = 'x'",
        "DELETE FROM cell_history",
        "TRUNCATE requirements",
        "ALTER TABLE requirements ADD COLUMN x int",
        "DROP TABLE requirements",
        "CREATE TABLE mine ()",
        "CREATE TEMPORARY TABLE requirements ()",
        "CREATE SCHEMA mine",
        "SELECT * FROM flyway_schema_history",
        "CREATE OR REPLACE FUNCTION take_numbers(int) RETURNS int LANGUAGE sql RETURN 1",
        "SET LOCAL ROLE pg_read_all_data",
        "SELECT * FROM \"03_requirements_schema_per_tenant\".tenant_of('', '')",
        "SELECT * FROM \"03_requirements_schema_per_tenant\".tenant_registry",
      })
  void neitherTheTenantNorTheLoginMay(String sql) throws SQLException {
    in(hers);
    refused(sql, "42501");
    if (!sql.contains("tenant_of")) {
      String path = "RESET ROLE; SET LOCAL search_path = " + hers.schema().quoted() + "; ";
      assertThat(stateOf(path + sql)).isIn("42501", "42P01", "3F000");
    }
  }

  /** The settings are an object, and there is one row of them. */
  @Test
  void whatTheTablesThemselvesRefuse() throws SQLException {
    in(hers);
    refused("UPDATE tenant_settings SET settings = '[]'", "23514");
    refused("UPDATE tenant_settings SET settings = NULL", "23502");
    refused("UPDATE requirements SET group_id = 2", "23503");
    refused("INSERT INTO person (email, role) VALUES ('x@y.z', 'god')", "23514");
  }

  private void in(MadeTenant tenant) throws SQLException {
    Session.enter(api, tenant);
  }

  private static String role(MadeTenant tenant) {
    return Session.role(tenant);
  }

  private void outside() throws SQLException {
    assertThat(
            Statements.column(api, "SELECT current_user || ' ' || current_setting('search_path')"))
        .allMatch(now -> now.startsWith("03_requirements_schema_per_tenant_api "))
        .noneMatch(now -> now.contains("tenant_t"));
  }

  private void refused(String sql, String state) {
    assertThat(stateOf(sql)).as(sql).isEqualTo(state);
  }

  /** The code of the error that it ends in; what it did before is undone. */
  private String stateOf(String sql) {
    try {
      var before = api.setSavepoint();
      try {
        Statements.run(api, sql);
        return "00000";
      } catch (SQLException e) {
        return e.getSQLState();
      } finally {
        api.rollback(before);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
