package workshop.requirementsschemapertenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workshop.requirementsschemapertenant.db.tenant.Tables.REQUIREMENTS;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.SettingsTools;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.tracktesting.MigratedDatabase;
import workshop.requirements.RequirementFilter;
import workshop.requirements.suite.Statements;
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.TwoTenants;

/**
 * The two ways in which one set of generated classes serves the schemas of all tenants: {@code
 * search_path}, which this module uses, and jOOQ's {@link RenderMapping}.
 */
class RenderMappingTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("03_requirements_schema_per_tenant");

  private static final RequirementFilter ALL = new RequirementFilter(null, null, null, null);

  private static List<MadeTenant> both;

  private Connection api;

  /** The texts of the statements that jOOQ sent, in order. */
  private final List<String> sent = new ArrayList<>();

  @BeforeAll
  static void twoTenants() throws SQLException {
    TwoTenants two = TwoTenants.of(new Tenants(db));
    both = List.of(two.hers(), two.his());
  }

  @BeforeEach
  void connect() throws SQLException {
    api = db.api().connect();
    api.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    api.rollback();
    api.close();
  }

  /** The names of tables have no schema. */
  private DSLContext byPath(MadeTenant tenant) throws SQLException {
    Session.enter(api, tenant);
    return TenantWorkspaces.withoutSchemas(jooq());
  }

  /** The schema that the classes were generated from is replaced by the tenant's. */
  private DSLContext byMapping(MadeTenant tenant) throws SQLException {
    Statements.run(api, "RESET search_path; SET LOCAL ROLE " + Session.role(tenant));
    RenderMapping mapping =
        new RenderMapping()
            .withSchemata(
                new MappedSchema()
                    .withInput(REQUIREMENTS.getSchema().getName())
                    .withOutput(tenant.schema().value()));
    Configuration unmapped = jooq().configuration();
    return DSL.using(
        unmapped.derive(SettingsTools.clone(unmapped.settings()).withRenderMapping(mapping)));
  }

  private DSLContext jooq() {
    DSLContext jooq = DSL.using(api, SQLDialect.POSTGRES);
    jooq.configuration().set(ExecuteListener.onExecuteStart(ctx -> sent.add(ctx.sql())));
    return jooq;
  }

  private static List<String> titles(DSLContext sql) {
    return new RequirementQueries(sql)
        .list(ALL, 0, 10).stream().map(requirement -> requirement.title()).toList();
  }

  @Test
  void bothWaysReachTheRowsOfTheSameTenant() throws SQLException {
    for (MadeTenant tenant : both) {
      assertThat(titles(byPath(tenant))).containsExactly(tenant.name());
      assertThat(titles(byMapping(tenant))).containsExactly(tenant.name());
    }
  }

  @Test
  void byPathOneTextServesAllAndByMappingEachTenantHasItsOwn() throws SQLException {
    for (MadeTenant tenant : both) {
      titles(byPath(tenant));
    }
    assertThat(sent).hasSize(2);
    assertThat(sent.getFirst()).isEqualTo(sent.getLast()).doesNotContain("03_");

    sent.clear();
    for (MadeTenant tenant : both) {
      titles(byMapping(tenant));
      assertThat(sent.getLast()).contains(tenant.schema().quoted("requirements"));
    }
    assertThat(sent).hasSize(2).doesNotHaveDuplicates();
  }

  /** The driver prepares a statement on the server when it sends the same text the fifth time. */
  @Test
  void theServerKeepsOnePreparedStatementForAllOrOneForEachTenant() throws SQLException {
    for (int i = 0; i < 10; i++) {
      for (MadeTenant tenant : both) {
        titles(byPath(tenant));
      }
    }
    assertThat(prepared()).isEqualTo("1");

    for (int i = 0; i < 10; i++) {
      for (MadeTenant tenant : both) {
        titles(byMapping(tenant));
      }
    }
    assertThat(prepared()).isEqualTo("3");
  }

  private String prepared() throws SQLException {
    return Statements.column(
            api,
            "SELECT count(*) FROM pg_prepared_statements"
                + " WHERE statement LIKE 'select %requirements%'")
        .getFirst();
  }

  /** The mapping changes what jOOQ writes, not what the text of a function means. */
  @Test
  void onlyThePathReachesIntoAFunction() throws SQLException {
    MadeTenant tenant = both.getFirst();
    try (Connection admin = db.admin().connect()) {
      Statements.run(
          admin,
          "CREATE OR REPLACE FUNCTION %s() RETURNS text LANGUAGE plpgsql AS $$ %s $$"
              .formatted(
                  tenant.schema().quoted("newest_title"),
                  "BEGIN RETURN (SELECT title FROM requirements ORDER BY id DESC LIMIT 1); END"));
    }
    String call = "SELECT " + tenant.schema().quoted("newest_title") + "()";

    assertThat(byPath(tenant).fetchValue(call)).isEqualTo(tenant.name());
    DSLContext mapped = byMapping(tenant);
    assertThatThrownBy(() -> mapped.fetchValue(call))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("relation \"requirements\" does not exist");
  }

  @Test
  void whoForgetsTheMappingAsksTheSchemaThatTheClassesAreFrom() throws SQLException {
    Statements.run(api, "SET LOCAL ROLE " + Session.role(both.getFirst()));
    DSLContext forgotten = jooq();

    assertThatThrownBy(() -> titles(forgotten)).isInstanceOf(DataAccessException.class);
    assertThat(sent.getLast()).contains(Session.SHARED + ".\"requirements\"");
  }
}
