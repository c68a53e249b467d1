package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The commands that add, change and remove one tenant. */
class TenantCommandsTest extends TenantsCase {

  private static final List<String> ACME =
      List.of("tenants", "add", "acme", "--domain", "acme.example.com");

  @BeforeEach
  void registry() {
    assertThat(tool.run("upgrade", "07/shared").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aTenantIsAddedAndItsKeyShownOnce() throws SQLException {
    Tool.Run added = run(ACME, "--type", "trial");
    assertThat(added.exit()).isEqualTo(ExitCode.DONE);
    assertThat(added.out())
        .startsWith("✓ tenant acme of type trial at acme.example.com: schema \"07_tenant_acme\"")
        .containsPattern("\nkey:  wsk_[A-Za-z0-9_-]{43}\n");
    assertThat(added.err()).contains("shown this once");
    assertThat(rows("SELECT body FROM \"07_tenant_acme\".notes"))
        .containsExactly("welcome; to your trial!");
    assertThat(run(ACME).out())
        .isEqualTo("tenant acme of type trial is there already, at acme.example.com: active\n");

    assertThat(tool.run("tenants", "list").out().lines())
        .satisfiesExactly(
            header -> assertThat(header).matches("NAME +STATUS +TYPE +DOMAIN +CREATED"),
            row -> assertThat(row).matches("acme +active +trial +acme.example.com +20.*"),
            sum -> assertThat(sum).isEqualTo("1 tenant: 1 active"));
    assertThat(tool.run("tenants", "show", "acme").out())
        .containsPattern("status +active\n")
        .containsPattern("version +1, the newest\n")
        .containsPattern("size +\\d+ kB\n");
    assertThat(json(tool.run("tenants", "list", "--json")).at("/tenants/0/domain").asString())
        .isEqualTo("acme.example.com");
    assertThat(tool.run("tenants", "list", "--status", "failed").out())
        .isEqualTo("there are no failed tenants\n");
    assertThat(tool.run("tenants", "list", "--status", "gone").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void whatIsWrongIsSaidWithWhatToType() throws IOException {
    Tool.Run refused = tool.run("tenants", "add", "Acme", "--domain", "-", "--type", "trail");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("tenant name \"Acme\" is refused", "domain \"-\" is refused", "mean trial?")
        .contains("nothing was changed\nnext:");
    assertThat(tool.run("tenants", "add", "acme").err())
        .contains("./db tenants add wants --domain DOMAIN");
    run(ACME);
    assertThat(tool.run("tenants", "show", "acne").err())
        .contains("there is no tenant acne of 07_test_tenants", "did you mean  acme");
    assertThat(tool.run("tenants", "suspend", "A").exit()).isEqualTo(ExitCode.USAGE);

    Path seed = root.resolve("workshop/07_test_tenants/types/standard/2_broken.sql");
    Files.writeString(seed, "SELECT 1 / 0;");
    Tool.Run failed = tool.run("tenants", "add", "beta", "--domain", "beta.test");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err())
        .contains("tenant beta could not be made: ", "division by zero", "registered as failed")
        .contains("./db tenants add beta --domain beta.test");
    assertThat(tool.run("tenants", "show", "beta").out()).contains("failure", "division by zero");
    Files.delete(seed);
    assertThat(tool.run("tenants", "resume", "beta").out()).startsWith("✓ tenant beta");
  }

  @Test
  void beforeTheSharedSchemaIsThereItSaysHowToMakeIt() throws SQLException {
    execute("DROP SCHEMA \"07_test_tenants\" CASCADE");
    Tool.Run failed = run(ACME);
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err()).contains("no registry", "next:  ./db upgrade 07_test_tenants/shared");
  }

  @Test
  void aTenantIsSuspendedResumedAndGetsAnotherKey() throws SQLException {
    run(ACME);
    assertThat(tool.run("tenants", "suspend", "acme").out())
        .isEqualTo("✓ tenant acme is suspended\n");
    assertThat(tool.run("tenants", "suspend", "acme").out()).contains("suspended already");
    assertThat(tool.run("tenants", "resume", "acme").out()).contains("is served again");
    List<String> before = rows("SELECT api_key_hash FROM \"07_test_tenants\".tenant_registry");
    assertThat(tool.run("tenants", "rotate-key", "acme").out())
        .containsPattern("does not count any more\nkey:  wsk_\\S{43}\n");
    assertThat(rows("SELECT api_key_hash FROM \"07_test_tenants\".tenant_registry"))
        .isNotEqualTo(before);
    assertThat(tool.run("journal").out()).contains("suspend", "resume", "rotate-key", "1 → 1");
  }

  @Test
  void ofSeveralModulesTheFolderOrTheNameTellsWhichAndNobodyIsGuessedAt() throws Exception {
    String other = "08_test_tenants";
    copy(root.resolve("workshop").resolve(MODULE), root.resolve("workshop").resolve(other));
    assertThat(tool.run("upgrade", "08/shared").exit()).isEqualTo(ExitCode.DONE);
    try {
      Tool.Run guess = run(ACME);
      assertThat(guess.exit()).isEqualTo(ExitCode.USAGE);
      assertThat(guess.err())
          .contains("any of " + MODULE + ", " + other + " could be meant", "--module " + MODULE);
      Tool there = tool.in("workshop/" + other + "/types");
      assertThat(there.run(ACME.toArray(String[]::new)).exit()).isEqualTo(ExitCode.DONE);
      assertThat(tool.run("tenants", "show", "acme").out()).contains("08_tenant_acme");
      assertThat(tool.run("tenants", "upgrade", "--tenant", "acme").out()).contains("08_");
      assertThat(tool.run("tenants", "suspend", "acne").err())
          .contains("no tenant acne of any of " + MODULE + ", " + other);

      assertThat(tool.in("workshop/" + MODULE).run(ACME.toArray(String[]::new)).exit())
          .isEqualTo(ExitCode.DONE);
      assertThat(tool.run("tenants", "rotate-key", "acme").err())
          .contains("a tenant acme of each of " + MODULE + ", " + other);
      assertThat(tool.run("tenants", "show", "acme", "-m", "07").out()).contains("07_tenant_acme");
      execute(
          "ALTER TABLE \"07_test_tenants\".tenant_registry"
              + " DROP CONSTRAINT tenant_registry_status_check");
      execute("UPDATE \"" + MODULE + "\".tenant_registry SET status = 'moved'");
      assertThat(tool.run("tenants", "show", "acme").out()).contains("08_tenant_acme");
    } finally {
      execute("DROP SCHEMA \"08_tenant_acme\", \"" + other + "\" CASCADE");
    }
  }

  @Test
  void aTenantIsRemovedOnceItsNameIsTypedAndComesBackFromItsSnapshot() throws SQLException {
    run(ACME);
    execute("INSERT INTO \"07_tenant_acme\".notes (body) VALUES ('precious')");
    assertThat(tool.run("tenants", "remove", "acme").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("tenants", "remove", "acme", "--yes", "acne").err())
        .contains("\"acne\" is not the name of tenant acme; nothing was changed");
    assertThat(tool.interactive().runTyping("\n", "tenants", "remove", "acme").exit())
        .isEqualTo(ExitCode.FAILED);
    assertThat(rows("SELECT 1 FROM \"07_tenant_acme\".notes")).hasSize(2);

    Tool.Run removed = tool.interactive().runTyping("acme\n", "tenants", "remove", "acme");
    assertThat(removed.exit()).isEqualTo(ExitCode.DONE);
    assertThat(removed.out()).contains("is removed", "kept what was there: 2 rows of 1 table at 1");
    assertThat(rows("SELECT nspname FROM pg_namespace WHERE nspname = '07_tenant_acme'")).isEmpty();

    String[] back = removed.out().substring(removed.out().indexOf("to get back:")).split("\n", -1);
    for (int i = 0; i < 2; i++) {
      Tool.Run typed =
          tool.run(back[i].substring(back[i].indexOf("./db ") + 5).strip().split(" ", -1));
      assertThat(typed.exit()).as(typed.all()).isEqualTo(ExitCode.DONE);
    }
    assertThat(rows("SELECT body FROM \"07_tenant_acme\".notes ORDER BY id"))
        .containsExactly("welcome", "precious");
  }

  @Test
  void anUpgradeOfAllGoesOnWithWhatWasStopped() throws SQLException, IOException {
    run(ACME);
    register("beta", "gamma");
    execute(
        "UPDATE \"07_test_tenants\".tenant_registry SET status = 'provisioning',"
            + " type = CASE tenant_name WHEN 'gamma' THEN 'trial' ELSE type END"
            + " WHERE tenant_name <> 'acme'");
    Path seed = root.resolve("workshop/07_test_tenants/types/trial/3_broken.sql");
    Files.writeString(seed, "SELECT 1 / 0;");
    Tool.Run upgraded = tool.run("upgrade", "07");
    assertThat(upgraded.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(upgraded.out())
        .contains("1 tenant whose making had been stopped, active now: beta")
        .contains("2 tenants → 1");
    assertThat(upgraded.err())
        .contains("tenant gamma could not be made: ", "division", "./db tenants resume gamma");
    Files.delete(seed);
    assertThat(tool.run("tenants", "upgrade").out()).contains("active now: gamma");
    assertThat(rows("SELECT body FROM \"07_tenant_beta\".notes")).containsExactly("welcome");
    assertThat(tool.run("tenants", "upgrade").out()).doesNotContain("active now");
  }

  private Tool.Run run(List<String> command, String... more) {
    return tool.run(Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static JsonNode json(Tool.Run run) {
    return new ObjectMapper().readTree(run.out());
  }
}
