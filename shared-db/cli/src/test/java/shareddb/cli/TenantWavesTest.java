package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** Waves: the tenants with an attribute first, and the last wave taken back. */
final class TenantWavesTest extends TenantsCase {

  @Test
  void anAttributeChoosesTheTenantsOfAWaveAndTheLastWaveIsTakenBack()
      throws SQLException, IOException {
    tenants("acme", "beta", "gamma");
    execute(
        "UPDATE \"07_test_tenants\".tenant_registry SET type = 'trial' WHERE tenant_name <>"
            + " 'acme'");
    migration("2__color", color(), dropColor());

    assertThat(tool.run("tenants", "upgrade", "--where", "type=trial,status=active").out())
        .contains("tenant: 2 tenants → 2");
    assertThat(versions()).containsExactly("1", "2", "2");
    assertThat(tool.run("tenants", "status", "--where", "type=trial").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(tool.run("tenants", "sql", "SELECT 1", "--where", "type=standard", "--csv").out())
        .isEqualTo("tenant,?column?\r\nacme,1\r\n");

    assertThat(tool.run("tenants", "downgrade", "--last-wave", "--dry-run").out())
        .contains("2 tenants of 2 would be moved", "2 from 2 to 1");
    Tool.Run back = tool.run("tenants", "downgrade", "--last-wave", "--yes");
    assertThat(back.out()).contains("tenant: 2 tenants → 1");
    assertThat(versions()).containsExactly("1", "1", "1");
    Tool.Run again = tool.run("tenants", "downgrade", "--last-wave");
    assertThat(again.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(again.err()).contains("the last run is 3, downgrade to 1: there is no upgrade");
  }

  @Test
  void eachTenantOfTheWaveGoesBackToItsOwnVersion() throws SQLException, IOException {
    tenants("acme", "beta", "gamma");
    migration("2__color", color(), dropColor());
    migration("3__size", color().replace("color", "size"), dropColor().replace("color", "size"));
    tool.run("tenants", "upgrade", "--target", "2", "--tenant", "beta");
    assertThat(tool.run("tenants", "upgrade").out()).contains("3 tenants → 3");
    assertThat(versions()).containsExactly("3", "3", "3");
    assertThat(tool.run("tenants", "downgrade", "--last-wave", "--yes").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(versions()).containsExactly("1", "2", "1");
  }

  @Test
  void aConditionThatCannotBeReadOrThatNoTenantFulfilsIsRefused() throws SQLException {
    tenants("acme");
    Tool.Run unknown = tool.run("tenants", "upgrade", "--where", "colour=red");
    assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("the attributes are type, plan, status, domain, server");
    assertThat(tool.run("tenants", "upgrade", "--where", "type=trail").err())
        .contains("no tenant of 07_test_tenants/tenant has type=trail");
    assertThat(tool.run("tenants", "upgrade", "--where", "type=x", "--tenant", "acme").exit())
        .isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("tenants", "downgrade", "--last-wave", "--target", "0").exit())
        .isEqualTo(ExitCode.USAGE);
  }
}
