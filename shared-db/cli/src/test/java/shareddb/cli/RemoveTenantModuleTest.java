package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** A module with tenants in schemas of their own is removed. */
@Tag("long")
class RemoveTenantModuleTest extends TenantsCase {

  @Test
  void itsTenantsGoFirstAndTheSchemasThatBelongToNoTenantGoToo() throws SQLException {
    tenants("acme", "beta", "lost");
    empty("acme");
    execute("DELETE FROM \"07_test_tenants\".tenant_registry WHERE tenant_name = 'lost'");

    Tool.Run shown = tool.run("new", "--remove", "07", "--dry-run");
    assertThat(shown.out())
        .contains("drop \"07_tenant_lost\" with", "drop 2 tenants with", "schemas of their own");

    Tool.Run run = tool.run("new", "--remove", "07", "--yes");
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("\"07_test_tenants\" is gone", "2 tenants and their roles are gone")
        .contains("mv localdev/removed/07_test_tenants workshop/07_test_tenants");
    assertThat(schemas()).isEmpty();
    assertThat(root.resolve("localdev/snapshots/07_test_tenants/tenant/07_tenant_acme"))
        .isNotEmptyDirectory();
    assertThat(tool.run("status").out()).doesNotContain("07_");
  }

  @Test
  void anArrivingTenantKeepsTheModuleAndAllOthers() throws SQLException {
    tenants("acme", "zeta");
    execute(
        """
        ALTER TABLE "07_test_tenants".tenant_registry DROP CONSTRAINT tenant_registry_status_check;
        UPDATE "07_test_tenants".tenant_registry SET status = 'arriving'
        WHERE tenant_name = 'zeta'
        """);
    Tool.Run run = tool.run("new", "--remove", "07", "--yes");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("tenant zeta is arriving", "next:  ./db tenants show zeta");
    assertThat(schemas()).containsExactly("07_tenant_acme", "07_tenant_zeta");
    assertThat(root.resolve("workshop/07_test_tenants")).isDirectory();
  }
}
