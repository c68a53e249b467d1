package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** A lesson about tenants that is done once more. */
class LessonTenantsTest extends TenantsCase {

  private static final String PAGE =
      """
      # A lesson
      ## 1. Tenants
      ```console
      $ echo typed > typed.txt
      ```
      ## 2. More of them
      """;

  @Test
  void tenantsThatAreThereAreRemovedBeforeALessonIsTyped() throws IOException, SQLException {
    Files.writeString(root.resolve("workshop").resolve(MODULE).resolve("README.md"), PAGE);
    tool.run("upgrade", MODULE);
    tool.run("tenants", "add", "acme", "--domain", "acme.example.com");
    tool.run("tenants", "add", "bolt", "--domain", "bolt.example.com");
    assertThat(schemas()).hasSize(2);

    Tool.Run asked = tool.run("lesson", MODULE, "--at", "2");
    assertThat(asked.err()).contains("this removes 2 tenants, resets the schema of " + MODULE);
    assertThat(schemas()).hasSize(2);

    Tool.Run run = tool.run("lesson", MODULE, "--at", "2", "--yes");
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .startsWith("✓ 2 tenants removed; a snapshot of each is kept\n✓ 1. Tenants: 1 command\n");
    assertThat(schemas()).isEmpty();
    assertThat(tool.run("snapshots", MODULE).out()).contains("07_tenant_acme", "07_tenant_bolt");
  }
}
