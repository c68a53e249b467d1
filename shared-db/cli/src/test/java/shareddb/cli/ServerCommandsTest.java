package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.tracktesting.MigratedDatabase;

/** On a server of one's own; starting and stopping real ones is tried where they are made. */
class ServerCommandsTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("00_personal_todo");

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void tool() throws IOException {
    tool = Tool.in(root, db.admin());
  }

  @Test
  void startSaysWhatRunsAlreadyAndWhere() {
    Tool.Run run = tool.run("start");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("running already", db.admin().address(), db.admin().database().value())
        .contains("psql postgresql://", "POSTGRES_PASSWORD in the environment")
        .doesNotContain(db.admin().password().reveal());
  }

  @Test
  void aServerOfOnesOwnIsNotStopped() {
    Tool.Run run = tool.run("stop");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains(db.admin().address(), "not stopped from here");
    assertThat(tool.run("status").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void statusHasALineForEveryTrack() throws IOException {
    Files.createDirectories(root.resolve("workshop/01_empty/migrations"));
    Tool.Run run = tool.run("status");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .containsPattern("(?m)^00_personal_todo +\"00_personal_todo\" +4 +4 +0 +20\\d\\d-.* kB$")
        .containsPattern("(?m)^01_empty +\"01_empty\" +0 +0 +0 +never +-$");
  }

  @Test
  void statusKnowsCopiesByTheirFilesAndWhatIsNobodys() throws SQLException {
    tool.run("upgrade", "00", "--schema", "copy of ?", "--target", "2");
    execute(
        "CREATE SCHEMA stranger",
        "CREATE TABLE stranger.flyway_schema_history"
            + " (LIKE \"00_personal_todo\".flyway_schema_history)");
    Tool.Run run = tool.run("status");
    assertThat(run.out())
        .containsPattern(
            "(?m)^00_personal_todo +\"copy of \\?\" +2 +4 +2 +20.* kB +./db upgrade .*'copy of"
                + " \\?'$")
        .containsPattern("(?m)^\\(none of these\\) +\"stranger\" +0 +\\? +\\? +never");
    assertThat(tool.run("status", "--json").out())
        .startsWith("{\"server\":{\"kind\":\"external\",\"running\":true,")
        .containsPattern(
            "\\{\"track\":\"00_personal_todo\",\"schema\":\"copy of"
                + " \\?\",\"journal\":false,\"current\":\"2\","
                + "\"newest\":\"4\",\"pending\":2,\"problems\":0,\"last_change\":\"20[^\"]+Z\","
                + "\"size_bytes\":[1-9]")
        .contains("{\"track\":null,\"schema\":\"stranger\"");
    assertThat(tool.run("status").exit()).isEqualTo(ExitCode.DIFFERS);
    execute("DROP SCHEMA stranger CASCADE", "DROP SCHEMA \"copy of ?\" CASCADE");
  }

  @Test
  void statusKnowsTheToolsOwnJournal() {
    assertThat(tool.run("status").out())
        .containsPattern(
            "(?m)^\\(the tool's journal\\) +\"workshop\" +\\d+ +- +- +20\\d\\d-.* kB$");
    assertThat(tool.run("status", "--json").out())
        .contains("{\"track\":null,\"schema\":\"workshop\",\"journal\":true,\"current\":");
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void statusTellsWhatIsPendingAndWhatToType() throws IOException {
    Files.writeString(tool.migration("V5__more.sql"), "SELECT 1;\n");
    Tool.Run run = tool.run("status");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out()).contains("./db upgrade 00_personal_todo");
  }

  @Test
  void aWrongPasswordIsSaidWithItsOrigin() {
    Tool.Run run = tool.with("POSTGRES_PASSWORD", "mistaken").run("current", "00");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("refuses user", "POSTGRES_PASSWORD in the environment")
        .doesNotContain("mistaken");
  }

  @Test
  void aWrongPasswordOfAUrlIsMendedInTheUrl() {
    String url = db.admin().url().replace("@", ":mistaken@");
    Tool.Run run = tool.with("POSTGRES_URL", url).with("WORKSHOP_DB", "").run("current", "00");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("refuses user", "next:  mend user and password in POSTGRES_URL")
        .doesNotContain("mistaken");
  }

  @Test
  void aMissingDatabaseIsSaidWithTheCommandThatMakesIt() {
    Tool.Run run = tool.with("POSTGRES_DB", "nowhere").run("current", "00");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("has no database nowhere", "next:  ./db start");
  }
}
