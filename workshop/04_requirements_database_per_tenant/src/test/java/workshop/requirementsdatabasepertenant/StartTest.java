package workshop.requirementsdatabasepertenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.Sha256;
import shareddb.base.settings.Login;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.migrate.role.ApiRole;
import shareddb.postgres.server.ServerDatabases;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.testing.TestDatabase;
import shareddb.web.MountedModule;
import shareddb.webtesting.ApiClient;
import workshop.requirements.suite.Statements;

/** What is done before the first request: shared, then each tenant as far as it lets itself. */
@Tag("long")
class StartTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  /** Databases are the whole server's: no other test's tenant is called so. */
  private static final String RANDOM = UUID.randomUUID().toString().substring(0, 8);

  private static final String GOOD = "good_" + RANDOM;
  private static final String BAD = "bad_" + RANDOM;
  private static final String LATE = "late_" + RANDOM;
  private static final String LOST = "lost_" + RANDOM;

  @AfterAll
  static void nothingIsLeft() throws SQLException {
    for (String tenant : List.of(GOOD, BAD, LATE)) {
      ServerDatabases.drop(db.admin(), database(tenant));
    }
  }

  @Test
  void aTenantThatCannotBeUpgradedKeepsNoOtherFromBeingServed() throws SQLException {
    start().close();
    for (String tenant : List.of(GOOD, BAD, LATE)) {
      register(tenant);
      SchemaName schema = new SchemaName("04_tenant_" + tenant);
      Login own = ServerDatabases.create(db.admin(), database(tenant));
      execute(own, "CREATE SCHEMA " + schema.quoted());
      execute(own, ApiRole.createUnlessThere(RoleName.apiOf(schema)));
    }
    execute(
        db.admin().to(database(BAD)), "CREATE TABLE \"04_tenant_%1$s\".person ()".formatted(BAD));

    try (Running running = start()) {
      as(running, GOOD).get("/members").expect(200);
      as(running, LATE).get("/members").expect(200);
      as(running, BAD).get("/members").expectProblem(503, "not-ready", "make upgrade");
      String metrics =
          awaited(
              running,
              "workshop_tenants_at_version{module=\"04_requirements_database_per_tenant\"");
      assertThat(metrics)
          .contains("status=\"active\"} 3.0", "status=\"suspended\"} 0.0")
          .contains("version=\"5\"} 2.0")
          .contains("workshop_tenants_behind{module=\"04_requirements_database_per_tenant\"} 1.0")
          .contains("operation=\"upgrade\",state=\"failed\"}")
          .contains(
              "workshop_tenants_last_run_failed{module=\"04_requirements_database_per_tenant\"}"
                  + " 1.0");
    }

    execute(db.admin().to(database(BAD)), "DROP TABLE \"04_tenant_%s\".person".formatted(BAD));
    try (Running running = start()) {
      as(running, BAD).get("/members").expect(200);
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNotMadeAnewAndEmpty() throws SQLException {
    start().close();
    register(LOST);
    try (Running running = start()) {
      as(running, LOST).get("/members").expect(503);
    }
    assertThat(ServerDatabases.exists(db.admin(), database(LOST))).isFalse();
    execute(
        db.admin(),
        "DELETE FROM \"04_requirements_database_per_tenant\".tenant_registry WHERE tenant_name = '%s'"
            .formatted(LOST));
  }

  /** The tenants are counted by a thread of its own. */
  private static String awaited(Running running, String line) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    String metrics = "";
    while (!metrics.contains(line) && Instant.now().isBefore(end)) {
      metrics = ApiClient.at(running.port()).get("/metrics").expect(200).body();
      Thread.onSpinWait();
    }
    return metrics;
  }

  private static Running start() {
    Settings settings =
        new Settings(TestDatabase.checkout(), ServerChoice.EXTERNAL, db.admin(), "this test");
    return Serve.start(
        settings, 0, List.of(new RequirementsDatabasePerTenant()), MountedModule::alone);
  }

  private static ApiClient as(Running running, String tenant) {
    return ApiClient.at(running.port())
        .with(TenantLookup.KEY, "wsk_" + tenant)
        .with("X-User", "ada@example.org");
  }

  private static void register(String tenant) throws SQLException {
    execute(
        db.admin(),
        """
        INSERT INTO "04_requirements_database_per_tenant".tenant_registry
          (tenant_name, domain, database_name, schema_name, api_key_hash, status)
        VALUES ('%1$s', '%1$s.example.org', 'workshop_04_%1$s', '04_tenant_%1$s', '%2$s', 'active')
        """
            .formatted(tenant, Sha256.of("wsk_" + tenant)));
  }

  private static DatabaseName database(String tenant) {
    return new DatabaseName("workshop_04_" + tenant);
  }

  private static void execute(Login login, String sql) throws SQLException {
    try (Connection admin = login.connect()) {
      Statements.run(admin, sql);
    }
  }
}
