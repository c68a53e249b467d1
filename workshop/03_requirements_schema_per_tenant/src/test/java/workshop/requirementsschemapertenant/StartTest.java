package workshop.requirementsschemapertenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.Sha256;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.migrate.role.ApiRole;
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

  @Test
  void aTenantThatCannotBeUpgradedKeepsNoOtherFromBeingServed() throws SQLException {
    start().close();
    register("good", "bad", "late");
    execute("CREATE TABLE \"03_tenant_bad\".person ()");

    try (Running running = start()) {
      as(running, "good").get("/members").expect(200);
      as(running, "late").get("/members").expect(200);
      as(running, "bad").get("/members").expectProblem(503, "not-ready", "make upgrade");
      String metrics =
          awaited(
              running, "workshop_tenants_at_version{module=\"03_requirements_schema_per_tenant\"");
      assertThat(metrics)
          .contains("status=\"active\"} 3.0", "status=\"suspended\"} 0.0")
          .contains("version=\"4\"} 2.0")
          .contains("workshop_tenants_behind{module=\"03_requirements_schema_per_tenant\"} 1.0")
          .contains("operation=\"upgrade\",state=\"failed\"}")
          .contains(
              "workshop_tenants_last_run_failed{module=\"03_requirements_schema_per_tenant\"} 1.0");
    }

    execute("DROP TABLE \"03_tenant_bad\".person");
    try (Running running = start()) {
      as(running, "bad").get("/members").expect(200);
    }
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
        settings, 0, List.of(new RequirementsSchemaPerTenant()), MountedModule::alone);
  }

  private static ApiClient as(Running running, String tenant) {
    return ApiClient.at(running.port())
        .with(TenantLookup.KEY, "wsk_" + tenant)
        .with("X-User", "ada@example.org");
  }

  /** Each has an empty schema: a tenant without one is lost, and not made anew. */
  private static void register(String... tenants) throws SQLException {
    for (String tenant : tenants) {
      SchemaName schema = new SchemaName("03_tenant_" + tenant);
      execute("CREATE SCHEMA " + schema.quoted());
      execute(ApiRole.createUnlessThere(RoleName.apiOf(schema)));
      execute(
          """
          INSERT INTO "03_requirements_schema_per_tenant".tenant_registry
            (tenant_name, domain, schema_name, api_key_hash, status)
          VALUES ('%1$s', '%1$s.example.org', '03_tenant_%1$s', '%2$s', 'active')
          """
              .formatted(tenant, Sha256.of("wsk_" + tenant)));
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection admin = db.admin().connect()) {
      Statements.run(admin, sql);
    }
  }
}
