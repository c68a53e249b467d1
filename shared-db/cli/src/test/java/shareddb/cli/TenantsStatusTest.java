package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

final class TenantsStatusTest extends TenantsCase {

  @Test
  void itTellsHowManyAreWhereAndWhatIsNotAsItShouldBe() throws SQLException, IOException {
    tenants("acme", "beta", "gamma", "old");
    migration("2__color", color(), dropColor());
    tool.run("upgrade", "07", "--tenant", "acme");
    execute("DELETE FROM \"07_test_tenants\".tenant_registry WHERE tenant_name = 'old'");
    execute("UPDATE \"07_tenant_gamma\".flyway_schema_history SET checksum = 1");
    register("new");
    Tool.Run status = tool.run("tenants", "status");
    assertThat(status.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(status.out())
        .startsWith("07_test_tenants/tenant: 4 tenants, newest version 2\n")
        .containsPattern("  at 2 +1\n  at 1 +2\n  no schema +1  new\n")
        .containsPattern("  wrong +1  gamma\n  orphaned +1  \"07_tenant_old\"\n")
        .contains("registered: 1 provisioning, 3 active\n  last run 2, upgrade to 2, ");
    assertThat(tool.run("current", "07").exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tool.run("current", "07").out())
        .startsWith("\"07_test_tenants\" is at 1, the newest\n")
        .endsWith(status.out());
    assertThat(tool.run("current", "07", "--json").out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"tracks\":[{\"track\":\"07_test_tenants/shared\",")
        .contains("},{\"track\":\"07_test_tenants/tenant\",\"newest\":\"2\",")
        .endsWith("}]}");
    assertThat(tool.run("tenants", "status", "--json").out())
        .contains(
            "\"versions\":[{\"version\":\"1\",\"tenants\":2},{\"version\":\"2\",\"tenants\":1}]")
        .contains(
            "\"missing\":[\"new\"],\"not_seen\":[],\"lost\":[],\"wrong\":[\"gamma\"],\"orphans\":[\"07_tenant_old\"]");
  }

  @Test
  void allTenantsAreOneLineAmongAllTargets() throws SQLException, IOException {
    tenants("acme", "beta");
    migration("2__color", color(), dropColor());
    tool.run("upgrade", "07", "--tenant", "acme");
    assertThat(tool.run("status").out())
        .containsPattern(
            "07_test_tenants/tenant +2 tenants +1 to 2 +2 +in 1 .* kB +\\./db upgrade"
                + " 07_t.*/tenant")
        .doesNotContain("07_tenant_");
    assertThat(tool.run("status").exit()).isEqualTo(ExitCode.DIFFERS);
  }

  @Test
  void driftIsFoundInOneOfMany() throws SQLException {
    tenants("acme", "beta");
    assertThat(tool.run("drift", "07").exit()).isEqualTo(ExitCode.DONE);
    execute("ALTER TABLE \"07_tenant_beta\".notes ADD COLUMN extra int");
    Tool.Run drift = tool.run("tenants", "drift");
    assertThat(drift.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(drift.out())
        .startsWith("07_test_tenants/tenant: 2 tenants compared, 1 drifted\n  beta at 1: 1 diff")
        .contains("+  column notes.extra");
    assertThat(tool.run("drift", "07/t", "--json").out())
        .contains("\"drifted\":[{\"tenant\":\"beta\"", "\"name\":\"notes.extra\"");
  }

  @Test
  void theChecklistLooksAtAllTenants() throws SQLException, IOException {
    tenants("acme", "beta");
    assertThat(tool.run("verify", "07/t").out())
        .contains("07_test_tenants/tenant in all tenants", "9 of 9 passed");
    assertThat(tool.run("verify", "07/s").out()).contains("✓ role of the API restricted");
    execute("GRANT \"07_tenant_acme_api\" TO \"07_tenant_beta_api\"");
    execute("ALTER ROLE \"07_tenant_acme_api\" LOGIN");
    execute("GRANT SELECT ON \"07_tenant_acme\".notes TO \"07_tenant_beta_api\"");
    execute("GRANT \"07_tenant_beta_api\" TO \"07_test_tenants_api\" WITH INHERIT TRUE");
    migration("2__color", color(), dropColor());
    assertThat(tool.run("verify", "07/t").out())
        .contains("✗ newest version", "2 behind: acme, beta")
        .contains("07_tenant_acme_api has the attribute LOGIN")
        .contains("07_tenant_beta_api has SELECT on table \"07_tenant_acme\".notes")
        .contains("07_tenant_beta_api is a member of 07_tenant_acme_api")
        .contains("6 of 9 passed");
    assertThat(tool.run("verify", "07/s").out())
        .contains("it is a member of \"07_tenant_beta_api\"");
    execute("REVOKE \"07_tenant_acme_api\" FROM \"07_tenant_beta_api\"");
    execute("REVOKE \"07_tenant_beta_api\" FROM \"07_test_tenants_api\"");
    execute("ALTER ROLE \"07_tenant_acme_api\" NOLOGIN");
  }
}
