package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.cli.command.ExitCode;

/** Tenants that are in the registry, and whose schema or role was dropped. */
@Tag("long")
final class LostTenantsTest extends TenantsCase {

  private static final String NO_SCHEMA = "its schema is not there any more";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenants status",
        "tenants drift",
        "tenants upgrade",
        "tenants upgrade --dry-run",
        "upgrade 07/t --tenant acme",
        "current 07/t --tenant acme",
        "drift 07/t --tenant acme",
        "status"
      })
  void aTenantWhoseSchemaWasDroppedIsNamedAndNotMadeAnew(String command) throws SQLException {
    tenants("acme", "beta");
    execute("DROP SCHEMA \"07_tenant_acme\" CASCADE");

    Tool.Run run = tool.run(command.split(" "));

    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.all()).contains("acme").contains(NO_SCHEMA).contains("./db tenants");
    assertThat(versions()).containsExactly("1");
  }

  @Test
  void theOthersAreUpgradedAndTheLostOneIsRemovedOrRestored() throws SQLException, IOException {
    tenants("acme", "beta");
    execute("UPDATE \"07_tenant_acme\".notes SET body = 'precious'");
    assertThat(tool.run("snapshot", "07/t", "--tenant", "acme", "--name", "kept").exit())
        .isEqualTo(ExitCode.DONE);
    migration("2__color", color(), dropColor());
    execute("ALTER SCHEMA \"07_tenant_acme\" RENAME TO elsewhere");

    Tool.Run upgraded = tool.run("tenants", "upgrade");
    assertThat(upgraded.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(upgraded.out()).contains("1 tenant → 2");
    assertThat(upgraded.err())
        .contains("./db restore 07_test_tenants/tenant NAME --tenant acme")
        .contains("./db tenants remove acme");
    assertThat(versions()).containsExactly("2");

    Tool.Run restored = tool.run("restore", "07/t", "kept", "--tenant", "acme");
    assertThat(restored.exit()).as(restored.all()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("tenants", "upgrade").exit()).isEqualTo(ExitCode.DONE);
    execute("DROP SCHEMA elsewhere CASCADE");
    execute("DROP SCHEMA \"07_tenant_acme\" CASCADE");
    assertThat(tool.run("tenants", "remove", "acme", "--yes", "acme").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(tool.run("tenants", "status").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aTenantWhoseRoleWasDroppedIsNamedAndGetsItBackWithItsGrants()
      throws SQLException, IOException {
    tenants("acme", "beta");
    execute("INSERT INTO \"07_tenant_acme\".notes (body) VALUES ('precious')");
    execute("DROP OWNED BY \"07_tenant_acme_api\"");
    execute("DROP ROLE \"07_tenant_acme_api\"");
    migration("2__color", color(), dropColor());

    Tool.Run upgraded = tool.run("tenants", "upgrade");
    assertThat(upgraded.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(upgraded.err())
        .contains("its role is not there any more")
        .contains("./db snapshot 07_test_tenants/tenant --tenant acme");
    assertThat(rows("SELECT count(*) FROM pg_roles WHERE rolname = '07_tenant_acme_api'"))
        .containsExactly("0");
    Tool.Run status = tool.run("tenants", "status");
    assertThat(status.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(status.out()).contains("its role is not there any more");

    tool.run("snapshot", "07/t", "--tenant", "acme", "--name", "kept");
    Tool.Run restored = tool.run("restore", "07/t", "kept", "--tenant", "acme");
    assertThat(restored.exit()).as(restored.all()).isEqualTo(ExitCode.DONE);
    assertThat(rows("SELECT body FROM \"07_tenant_acme\".notes")).containsExactly("precious");
    assertThat(
            rows(
                "SELECT has_table_privilege('07_tenant_acme_api', '\"07_tenant_acme\".notes',"
                    + " 'SELECT')"))
        .containsExactly("t");
    assertThat(tool.run("tenants", "upgrade").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("verify", "07/t").out()).contains("9 of 9 passed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"V2__wrong.sql", "wrong.sql"})
  void aBatchThatFailsAsAWholeLeavesNoneRegistered(String file) throws SQLException, IOException {
    assertThat(tool.run("upgrade", "07/shared").exit()).isEqualTo(ExitCode.DONE);
    Path script = root.resolve("workshop/07_test_tenants/migrations/tenant").resolve(file);
    Files.writeString(script, "SELECT 1 / 0;");

    Tool.Run batch =
        tool.runTyping("name,domain\none,one.test\ntwo,two.test\n", "tenants", "add-batch", "-");
    assertThat(batch.exit()).as(batch.all()).isNotEqualTo(ExitCode.DONE);
    assertThat(rows("SELECT tenant_name FROM \"07_test_tenants\".tenant_registry")).isEmpty();

    Files.delete(script);
    assertThat(
            tool.runTyping("name,domain\none,one.test\ntwo,two.test\n", "tenants", "add-batch", "-")
                .out())
        .contains("2 lines: 2 added");
  }

  @Test
  void driftThatComparedNothingSaysSo() throws SQLException {
    assertThat(tool.run("upgrade", "07/shared").exit()).isEqualTo(ExitCode.DONE);
    register("new", "newer");

    Tool.Run drift = tool.run("tenants", "drift");

    assertThat(drift.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(drift.out())
        .startsWith("07_test_tenants/tenant: none of 2 tenants could be compared\n")
        .doesNotContain("no drift");
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgrade 00", "reset 00 --yes", "current 00"})
  void aMistypedDatabaseIsNotMade(String command) throws SQLException {
    Tool.Run typed = tool.run((command + " --database workshop_typo").split(" "));
    Tool.Run told = tool.with("TENANT_DB", "workshop_typo").run(command.split(" "));

    for (Tool.Run run : new Tool.Run[] {typed, told}) {
      assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).contains("workshop_typo").contains("CREATE DATABASE");
    }
    assertThat(rows("SELECT datname FROM pg_database WHERE datname = 'workshop_typo'")).isEmpty();
  }
}
