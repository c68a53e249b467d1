package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

@Tag("long")
final class OneTenantTest extends TenantsCase {

  @Test
  void itIsWorkedWithAsAnySchemaIs() throws SQLException, IOException {
    tenants("acme", "beta");
    migration("2__color", color(), dropColor());
    assertThat(tool.run("upgrade", "07", "--tenant", "acme").out()).contains("1 tenant → 2");
    assertThat(versions()).containsExactly("2", "1");
    assertThat(tool.run("current", "07", "--tenant", "beta").out())
        .isEqualTo("\"07_tenant_beta\" is at 1 of 2\n  pending  2  color\n");
    assertThat(tool.run("history", "07/t", "--tenant", "acme").out().lines()).hasSize(3);
    assertThat(tool.run("drift", "07/t", "--tenant", "acme").out()).contains("no drift");
    Tool.Run unknown = tool.run("current", "07", "--tenant", "acne");
    assertThat(unknown.err()).contains("there is no tenant acne", "did you mean  acme  ?");
  }

  @Test
  void itsRowsAreKeptAndBroughtBackAndItsRoleStaysWhatItIs() throws SQLException {
    tenants("acme");
    execute("INSERT INTO \"07_tenant_acme\".notes (body) VALUES ('kept')");
    assertThat(tool.run("snapshot", "07", "--tenant", "acme", "-n", "before").out())
        .contains("./db restore 07_test_tenants/tenant --tenant acme before");
    assertThat(tool.run("snapshots", "07", "--tenant", "acme").out()).contains("  before  ");
    assertThat(tool.run("snapshots", "07", "--tenant", "beta").out()).contains("no snapshots");
    assertThat(tool.run("reset", "07", "--tenant", "acme", "--dry-run").out())
        .contains(
            "DROP SCHEMA", "what ./db reset 07_test_tenants/tenant --tenant acme --to 1 would")
        .doesNotContain(" ROLE ");
    assertThat(tool.run("reset", "07", "--tenant", "acme", "--yes").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(notes()).isEqualTo("0");
    assertThat(tool.run("restore", "07", "--tenant", "acme", "before").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(notes()).isEqualTo("1");
    assertThat(tool.run("drift", "07", "--tenant", "acme").exit()).isEqualTo(ExitCode.DONE);
    assertThat(rows("SELECT rolcanlogin FROM pg_roles WHERE rolname = '07_tenant_acme_api'"))
        .containsExactly("f");
    assertThat(tool.run("verify", "07/t").out()).contains("9 of 9 passed");
  }

  @Test
  void itsSqlIsRunAsItsRoleWhichNobodyLogsInAs() throws SQLException {
    tenants("acme", "beta");
    String who = "SELECT session_user, current_user FROM (SELECT count(*) FROM notes) AS n";
    assertThat(tool.run("sql", "07", "--tenant", "acme", who, "--csv").out())
        .contains("07_test_tenants_api,07_tenant_acme_api");
    String foreign = "SELECT * FROM \"07_tenant_beta\".notes";
    assertThat(tool.run("sql", "07", "--tenant", "acme", foreign).err())
        .contains("permission denied for schema 07_tenant_beta");
  }

  @Test
  void whatTenantsShareIsNotResetBelowThem() throws SQLException {
    tenants("acme");
    Tool.Run refused = tool.run("reset", "07/shared", "--yes");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("the schemas of 1 tenant belong to no tenant", "./db tenants remove NAME");
    assertThat(rows("SELECT tenant_name FROM \"07_test_tenants\".tenant_registry")).hasSize(1);
    assertThat(tool.run("reset", "07/shared", "--yes", "--forget-tenants").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(tool.run("tenants", "status").out())
        .containsPattern("orphaned +1 +\"07_tenant_acme\"");
  }

  private static String notes() throws SQLException {
    return rows("SELECT count(*) FROM \"07_tenant_acme\".notes").getFirst();
  }
}
