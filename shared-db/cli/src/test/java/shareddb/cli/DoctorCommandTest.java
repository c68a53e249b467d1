package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** What {@code ./db doctor} finds on the machine, in the folders and on the server. */
class DoctorCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void checkout() throws IOException {
    // The port of the machine's own API may be taken while tests run.
    tool = Tool.in(root, db.admin()).with("PORT", "0").with("PATH", System.getenv("PATH"));
  }

  @Test
  void eachStrayIsNamedWithTheCommandForIt() throws IOException, SQLException {
    Files.createDirectories(root.resolve("localdev/old-stuff"));
    Files.createDirectories(root.resolve("localdev/lessons"));
    Files.createDirectories(root.resolve("localdev/snapshots/99_gone"));
    Files.createDirectories(root.resolve("localdev/learn/98.1"));
    Files.writeString(root.resolve(".env"), "POSTGRES_PASSWORD=" + "x");
    Files.setPosixFilePermissions(
        root.resolve(".env"), PosixFilePermissions.fromString("rw-r--r--"));

    Tool.Run found = tool.run("doctor");

    assertThat(found.exit()).as(found.all()).isEqualTo(ExitCode.DIFFERS);
    assertThat(found.out())
        .contains(
            "✓ JDK",
            "✓ disk",
            "✓ server",
            "localdev/old-stuff: no part of the tool made it",
            "next:  rm -r 'localdev/old-stuff'",
            "localdev/snapshots/99_gone: snapshots of a module that is not in workshop/",
            "localdev/learn/98.1: files of an exercise that is not in workshop/",
            "next:  chmod 600 .env")
        .doesNotContain("localdev/lessons");
  }

  @Test
  void aSchemaThatFollowsNoTrackIsAStray() throws IOException, SQLException {
    assertThat(tool.run("upgrade", "00", "--schema", "copy of 00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("doctor").out()).doesNotContain("copy of 00");
    for (Path file : new Path[] {tool.migration("V1__initial.sql"), tool.undo("U1__initial.sql")}) {
      assertThat(file).exists();
    }
    Sql.run(
        db.admin(),
        "UPDATE \"copy of 00\".flyway_schema_history SET version = '9' || version,"
            + " script = 'V9x.sql', checksum = 1");

    Tool.Run found = tool.run("doctor");

    assertThat(found.out()).contains("schema \"copy of 00\" in", "follows no track");
    assertThat(tool.run("doctor", "--json").out())
        .contains("\"subject\":\"strays\",\"fine\":false");
    Sql.run(db.admin(), "DROP SCHEMA \"copy of 00\" CASCADE");
  }

  @Test
  void aServerThatDoesNotAnswerIsAFinding() {
    Tool.Run found = tool.with("POSTGRES_PORT", "1").run("doctor", "--json");

    assertThat(found.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(found.out()).contains("\"subject\":\"server\",\"fine\":false");
  }
}
