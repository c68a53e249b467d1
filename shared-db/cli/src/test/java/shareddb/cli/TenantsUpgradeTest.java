package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.base.track.TrackSearch;
import shareddb.base.track.Version;
import shareddb.base.track.Workshop;
import shareddb.cli.command.ExitCode;
import shareddb.migrate.journal.RunRecording;

final class TenantsUpgradeTest extends TenantsCase {

  @Test
  void aModuleGoesUpAtOnceWhatIsSharedFirst() throws SQLException {
    assertThat(tool.run("upgrade", "07").out().lines())
        .hasSize(3)
        .endsWith("07_test_tenants/tenant: there are no tenants");
    register("acme", "beta");
    assertThat(tool.run("upgrade", "07").out())
        .startsWith("\"07_test_tenants\" is at 1: nothing is pending\n")
        .containsPattern("tenant: 2 tenants → 1, in \\d+ ms \\(run 1\\)\n$");
    assertThat(versions()).containsExactly("1", "1");
    assertThat(tool.run("upgrade", "07/t").out())
        .isEqualTo("07_test_tenants/tenant: 2 tenants, nothing is pending\n");
  }

  @Test
  void whereTheSharedTrackFailsNoTenantIsTouched() throws SQLException, IOException {
    tenants("acme");
    migration("2__color", color(), dropColor());
    Files.writeString(
        root.resolve("workshop/07_test_tenants/migrations/shared/V2__wrong.sql"), "SELECT wrong;");
    Tool.Run failed = tool.run("upgrade", "07");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err()).contains("V2__wrong.sql", "./db upgrade 07_test_tenants/shared");
    assertThat(versions()).containsExactly("1");
  }

  @Test
  void whoFailsKeepsItsVersionAndIsListedWithTheReason() throws SQLException, IOException {
    tenants("acme", "beta", "gamma");
    migration("2__full", check(), "SELECT 1;");
    empty("beta");
    Tool.Run failed = tool.run("upgrade", "07/t");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.out()).startsWith("07_test_tenants/tenant: 2 tenants → 2, in ");
    assertThat(failed.err())
        .contains("error: 1 tenant failed\n         beta  at 1  V2__full.sql: check constraint")
        .contains("next:  mend what the reasons name, then  ./db upgrade 07_test_tenants/tenant ");
    assertThat(tool.run("tenants", "run", "2").out().lines().toList().get(2))
        .startsWith("beta ")
        .contains("failed: V2__full.sql");
    assertThat(tool.run("tenants", "runs").out().lines().toList().get(1))
        .containsPattern("^2 .* upgrade to 2 +3 +2 +1 .*failed: 1 of 3 failed");

    execute("UPDATE \"07_tenant_beta\".notes SET body = 'full'");
    assertThat(tool.run("tenants", "upgrade").out()).contains("tenant: 1 tenant → 2");
    assertThat(versions()).containsExactly("2", "2", "2");
    assertThat(tool.run("downgrade", "07/t", "--target", "1").out()).contains("3 tenants → 1");
    assertThat(tool.run("tenants", "downgrade", "--target", "1").out())
        .contains("3 tenants, nothing to undo above 1");
  }

  @Test
  void aCanaryThatFailsKeepsTheOthersFromBeingTried() throws SQLException, IOException {
    tenants("acme", "beta", "gamma");
    migration("2__full", check(), "SELECT 1;");
    empty("acme");
    empty("beta");
    Tool.Run canary = tool.run("upgrade", "07/t", "--canary", "1");
    assertThat(canary.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(canary.err()).contains("stopped: 1 failed, and 0 may; 2 tenants not tried", "acme");
    Tool.Run limited =
        tool.run("upgrade", "07/t", "--max-failures", "1", "--connections", "1", "--json");
    assertThat(limited.out().lines().toList().getLast())
        .contains("\"outcome\":\"stopped\"", "\"failed\":2", "\"left\":1", "\"exit_code\":1");
    assertThat(versions()).containsExactly("1", "1", "1");
  }

  @Test
  void programsReadAnEventALine() throws SQLException, IOException {
    tenants("acme", "beta");
    migration("2__color", color(), dropColor());
    List<String> lines = tool.run("upgrade", "07/t", "--json").out().lines().toList();
    assertThat(lines).hasSize(5).allMatch(line -> line.startsWith("{\"event\":\""));
    assertThat(lines.getFirst()).contains("\"tenants\":2,\"behind\":2,\"to\":\"2\"");
    assertThat(lines.get(2)).contains("\"from\":\"1\",\"to\":\"2\",\"outcome\":\"moved\"");
    assertThat(lines.getLast()).contains("\"outcome\":\"done\"", "\"moved\":2", "\"exit_code\":0");
  }

  @Test
  void whoWorksOnTheseTenantsAlreadyIsTold() throws SQLException, IOException {
    tenants("acme");
    migration("2__color", color(), dropColor());
    var track = ((TrackSearch.Found) Workshop.at(root).find("07/tenant")).track();
    try (RunRecording other = RunRecording.open(db.admin(), track).orElseThrow()) {
      other.begin("upgrade", Version.parse("2"), List.of());
      Tool.Run occupied = tool.run("upgrade", "07");
      assertThat(occupied.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(occupied.err())
          .contains(System.getProperty("user.name") + " moves these tenants: run 2, upgrade to 2")
          .containsPattern("session \\d+ of user postgres, since 20.*; nothing was changed")
          .contains("next:  ./db tenants run 2 ");
    }
    Tool.Run onward = tool.run("upgrade", "07");
    assertThat(onward.err()).startsWith("note: run 2 was stopped with 0 of its targets open");
    assertThat(onward.out()).contains("1 tenant → 2");
  }

  @Test
  void versionsAndRunsThatThereAreNot() throws SQLException {
    tenants("acme");
    assertThat(tool.run("upgrade", "07/t", "--target", "9").err())
        .contains("has no version 9; it has 1", "./db current 07_test_tenants/tenant");
    assertThat(tool.run("tenants", "run", "77").err())
        .contains("there is no run 77", "./db tenants runs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "upgrade 07 --schema x                | names one | 07_test_tenants/shared  or",
        "upgrade 07 --target 1                | is a version of one | /tenant --target 1",
        "upgrade 07/t --schema 07_tenant_acme | is a tenant's | --tenant NAME",
        "upgrade 07/s --tenant acme           | what all tenants share | without --tenant",
        "upgrade 00 --tenant acme             | has no tenants | without --tenant",
        "upgrade 00 --canary 1                | is one schema | without them",
        "upgrade 07 --track x                 | has no track \"x\"; it has 07 | without --track",
        "upgrade 07/t --max-failures 1x       | so many in a hundred | --max-failures 1%",
        "upgrade 07/t --max-failures 101%     | so many in a hundred | --max-failures 1%",
        "upgrade 07/t --connections 0         | 1 or more, not 0 | --connections 5",
        "downgrade 07/t                       | say to which one | --target VERSION",
        "downgrade 07                         | several tracks | ./db downgrade 07_test",
        "history 07                           | works on one | --tenant NAME",
        "sql 07/t                             | works on one | --tenant NAME"
      })
  void whatIsMeantMustBeSaid(String command, String what, String next) {
    Tool.Run refused = tool.run(command.split(" "));
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains(what).containsPattern("(?s)next:.*\\Q" + next);
  }
}
