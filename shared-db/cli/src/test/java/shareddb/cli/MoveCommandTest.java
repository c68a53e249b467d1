package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

/** {@code ./db move}, in the workshop's own checkout. */
class MoveCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final String SHED = "project 1 of 02_requirements_shared_schema";
  private static final String TENANT = "tenant shed_no_1 of 03_requirements_schema_per_tenant";

  private static final String NAMED =
      """
      note: the name "Shed No 1" of project 1 of 02_requirements_shared_schema makes it tenant \
      shed_no_1 at shed-no-1.localhost; --tenant and --domain choose others
      """;

  @TempDir private Path temporary;

  private Tool tool;

  @BeforeEach
  void tool() throws IOException {
    Tool inFolder = Tool.in(temporary, db.admin());
    tool = new Tool(TestDatabase.checkout(), inFolder.environment(), inFolder.streams());
  }

  @Test
  void whatWasMistypedIsSaidBeforeAnythingIsDone() {
    usage("say which project moves", "move", "--from", "02", "--to", "03");
    usage("say which tenant moves", "move", "--from", "03", "--to", "02");
    usage("it is in 03_requirements", "move", "--from", "03", "--to", "03", "--tenant", "a");
    usage("no relocation goes from or to \"00\"", "move", "--from", "00", "--to", "03");
    usage("several begin with \"0\"", "move", "--from", "0", "--to", "03");
    usage("--all is for projects", "move", "--from", "03", "--to", "02", "--all");
    usage("./db move wants --to MODULE", "move", "--from", "03");
  }

  @Test
  void aProjectMovesUnderItsNameAndTheSameAgainChangesNothing() throws SQLException {
    assertThat(tool.run("upgrade", "02").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("upgrade", "03").exit()).isEqualTo(ExitCode.DONE);
    execute(
        """
        SET search_path = "02_requirements_shared_schema";
        INSERT INTO projects (name) VALUES ('Shed No 1');
        INSERT INTO requirements (project_id, title) VALUES (1, 'It has a door'), (1, 'It has a lock')
        """);

    String[] move = {"move", "--from", "02", "--to", "03", "--project", "1"};
    Tool.Run dryRun = tool.run(with(move, "--dry-run"));
    assertThat(dryRun.err()).isEqualTo(NAMED);
    assertThat(tool.run(with(move, "--dry-run", "--tenant=shed")).all())
        .startsWith(SHED + " would be " + TENANT.replace("shed_no_1", "shed"));
    assertThat(dryRun.out())
        .startsWith(SHED + " would be " + TENANT + ":\n")
        .containsPattern("  requirements +2 rows")
        .contains("nothing was changed");
    failed("there is no " + SHED.replace("1", "9"), "move", "--from=02", "--to=03", "--project=9");
    failed("is not there: no move has left anything", with(move, "--abort"));

    Tool.Run moved = tool.run(move);
    assertThat(moved.exit()).as(moved.err()).isEqualTo(ExitCode.DONE);
    assertThat(moved.out())
        .contains(SHED + " is " + TENANT + " now: 4 rows of 6 tables", "key:  wsk_")
        .contains("rows and checksums are the same on both sides");
    assertThat(moved.err())
        .startsWith(NAMED)
        .contains("./db move --from 02 --to 03 --project 1 --tenant shed_no_1 --finish");
    assertThat(tool.run(with(move, "--json")).out()).contains("\"moved\":false");
    assertThat(tool.run(move).out()).startsWith(SHED + " is " + TENANT + " already");
    failed("cannot move: " + SHED + " is moved", with(move, "--dry-run"));
    failed(
        "what it left there is still kept",
        "move",
        "--from=03",
        "--to=02",
        "--tenant=shed_no_1",
        "--project=1");

    assertThat(tool.run(with(move, "--finish")).out()).contains("what was left of " + SHED);
    Tool.Run home = tool.run("move", "--from=03", "--to=02", "--tenant=shed_no_1", "--json");
    assertThat(home.out())
        .contains("\"to\":\"" + SHED + "\"", "\"moved\":true", "\"fence_ms\":", "\"checksum\":");
    assertThat(tool.run("journal", "02", "--json").out()).contains("\"operation\":\"move\"");
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
  }

  private void usage(String what, String... command) {
    Tool.Run run = tool.run(command);
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(what);
  }

  private void failed(String what, String... command) {
    Tool.Run run = tool.run(command);
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains(what);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
