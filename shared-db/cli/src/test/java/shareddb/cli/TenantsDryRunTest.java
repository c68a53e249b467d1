package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

final class TenantsDryRunTest extends TenantsCase {

  @Test
  void itIsToldHowManyGoWhereWithTheScriptOfEachWay() throws SQLException, IOException {
    assertThat(tool.run("upgrade", "07", "--dry-run").err()).contains("no registry of tenants yet");
    tenants("acme", "beta");
    migration("2__color", color(), dropColor());
    register("gamma");
    Tool.Run plan = tool.run("upgrade", "07/t", "--dry-run");
    assertThat(plan.exit()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out())
        .startsWith("-- 07_test_tenants/tenant: 3 tenants of 3 would be moved\n")
        .contains("--   2 from 1 to 2 (acme, beta): V2__color.sql\n")
        .contains("--   1 new, from nothing to 2 (gamma): V1__notes.sql, V2__color.sql\n")
        .contains("-- 1 to 2, as acme gets it\nBEGIN;")
        .contains("ALTER TABLE \"07_tenant_acme\".notes ADD COLUMN color text;")
        .contains("CREATE SCHEMA \"07_tenant_gamma\";")
        .doesNotContain("\"07_tenant_beta\"");
    assertThat(versions()).containsExactly("1", "1");
    assertThat(tool.run("tenants", "upgrade", "--dry-run", "--json").out())
        .contains("\"behind\":3", "\"tenants\":[\"acme\",\"beta\"],\"in_one_transaction\":true");
  }

  @Test
  void whatCannotBeTakenBackIsPrintedAndNotTried() throws SQLException, IOException {
    tenants("acme");
    migration(
        "2__index",
        "CREATE INDEX CONCURRENTLY by_body ON \"${flyway:defaultSchema}\".notes (body);",
        "DROP INDEX \"${flyway:defaultSchema}\".by_body;");
    assertThat(tool.run("upgrade", "07/t", "--dry-run").out())
        .contains("V2__index.sql, not in a transaction", "ON \"07_tenant_acme\".notes (body);")
        .doesNotContain(" ROLE ");
    Tool.Run tried = tool.run("upgrade", "07/t", "--dry-run=execute");
    assertThat(tried.err()).contains("1 tenant could not be tried");
    assertThat(versions()).containsExactly("1");
  }

  @Test
  void triedInAllItIsToldWhoWouldFailAndAllIsTakenBack() throws SQLException, IOException {
    tenants("acme", "beta", "gamma");
    migration("2__full", check(), "SELECT 1;");
    empty("beta");
    Tool.Run tried = tool.run("upgrade", "07/t", "--dry-run=execute");
    assertThat(tried.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(tried.out())
        .startsWith("07_test_tenants/tenant: 2 of 3 would be at 2, in ")
        .endsWith("all of it was taken back\n");
    assertThat(tried.err())
        .contains("1 tenant would fail; nothing was changed\n         beta  at 1  V2__full.sql");
    assertThat(tool.run("upgrade", "07/t", "--dry-run=execute", "--sample", "1").out())
        .contains("1 of 1 would be at 2");
    assertThat(versions()).containsExactly("1", "1", "1");
    assertThat(tool.run("tenants", "runs").out().lines()).hasSize(2);
  }
}
