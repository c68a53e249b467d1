package workshop.requirementsdatabasepertenant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.names.Sha256;
import shareddb.base.settings.Login;
import shareddb.migrate.role.ApiRole;
import shareddb.tracktesting.MigratedDatabase;
import workshop.requirements.suite.Statements;
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.TwoTenants;

/** What a tenant's own login may do, in a session that an attacker has got hold. */
class WallTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("04_requirements_database_per_tenant");

  private static final List<String> TABLES =
      List.of(
          "tenant_settings",
          "person",
          "groups",
          "requirements",
          "requirement_counter",
          "cell_history");

  private static Tenants tenants;
  private static TwoTenants two;

  private Connection api;

  @BeforeAll
  static void twoTenants() throws SQLException {
    tenants = new Tenants(db);
    two = TwoTenants.of(tenants);
  }

  @AfterAll
  static void nothingIsLeft() {
    tenants.drop();
  }

  @BeforeEach
  void begin() throws SQLException {
    api = enter(two.hers());
  }

  @AfterEach
  void end() throws SQLException {
    api.rollback();
    api.close();
  }

  /** As the API logs in for a tenant, and what it says at the beginning of each request. */
  private static Connection enter(MadeTenant tenant) throws SQLException {
    Connection api = ApiRole.login(tenant.target()).connect();
    api.setAutoCommit(false);
    Statements.run(api, "SET search_path = %s, pg_temp".formatted(tenant.schema().quoted()));
    api.commit();
    return api;
  }

  @Test
  void inADatabaseThereIsThatTenantAndNothingElse() throws SQLException {
    for (String table : TABLES) {
      assertThat(Statements.column(api, "SELECT count(*) FROM " + table)).containsExactly("1");
      refused("SELECT * FROM " + two.his().schema().quoted(table), "42P01");
    }
    assertThat(Statements.column(api, "SELECT title FROM requirements"))
        .containsExactly(two.hers().name());
  }

  /** Where a schema is a door that a role may pass, a database is another house. */
  @Test
  void herLoginOpensHerDatabaseAndNoOther() {
    Login hers = ApiRole.login(two.hers().target());
    List<Login> others =
        List.of(
            hers.to(two.his().target().admin().database()),
            hers.to(db.admin().database()),
            db.api().to(two.hers().target().admin().database()));
    for (Login other : others) {
      SQLException refused = catchThrowableOfType(SQLException.class, other::connect);
      assertThat(requireNonNull(refused).getSQLState()).as(other.url()).isEqualTo("42501");
    }
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
        "CREATE TABLE public.mine ()",
        "CREATE TEMPORARY TABLE requirements ()",
        "CREATE SCHEMA mine",
        "CREATE DATABASE mine",
        "SELECT * FROM flyway_schema_history",
        "CREATE OR REPLACE FUNCTION take_numbers(int) RETURNS int LANGUAGE sql RETURN 1",
        "SET LOCAL ROLE pg_read_all_data",
        "COPY requirements TO PROGRAM 'cat'",
      })
  void herLoginMayNot(String sql) {
    refused(sql, sql.startsWith("CREATE DATABASE") ? "25001" : "42501");
  }

  /** What all databases of a server share, their logins read: names, and who is connected. */
  @Test
  void whatThisWallIsNot() throws SQLException {
    String name = two.his().target().admin().database().value();

    assertThat(Statements.column(api, "SELECT datname FROM pg_database")).contains(name);
    assertThat(Statements.column(api, "SELECT rolname FROM pg_roles"))
        .contains(two.his().target().apiRole().value());
  }

  /** From a key or a host to one tenant's database; the module's login reads no list of them. */
  @Test
  void theDoorShowsTheTenantOfAKeyOrAHostAndNoOther() throws SQLException {
    String hash = "'" + Sha256.of(two.hers().key()) + "'";
    try (Connection shared = db.api().connect()) {
      assertThat(door(shared, hash + ", NULL")).containsExactly(database(two.hers()));
      assertThat(door(shared, "NULL, '" + two.his().domain() + "'"))
          .containsExactly(database(two.his()));
      assertThat(door(shared, "'%', '%'")).isEmpty();
      SQLException refused =
          catchThrowableOfType(
              SQLException.class,
              () -> Statements.run(shared, "SELECT FROM " + shared("tenant_registry")));
      assertThat(requireNonNull(refused).getSQLState()).isEqualTo("42501");
    }
  }

  private static List<String> door(Connection shared, String arguments) throws SQLException {
    return Statements.column(
        shared, "SELECT database_name FROM " + shared("tenant_of") + "(" + arguments + ")");
  }

  private static String shared(String name) {
    return db.target().schema().quoted(name);
  }

  private static String database(MadeTenant tenant) {
    return tenant.target().admin().database().value();
  }

  private void refused(String sql, String state) {
    SQLException refused = catchThrowableOfType(SQLException.class, () -> Statements.run(api, sql));
    assertThat(requireNonNull(refused).getSQLState()).as(sql).isEqualTo(state);
    try {
      api.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
