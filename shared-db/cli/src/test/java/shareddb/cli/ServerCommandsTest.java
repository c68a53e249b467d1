package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.testing.TestDatabase;

/** On a server of one's own; starting and stopping real ones is tried where they are made. */
class ServerCommandsTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.migrated("00_personal_todo");

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
    Tool.Run run = tool.run("status", "--check");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .containsPattern("(?m)^00_personal_todo  4        4       0        20\\d\\d-")
        .containsPattern("(?m)^01_empty          0        0       0        never$");
  }

  @Test
  void statusTellsWhatIsPendingAndWhatToType() throws IOException {
    Files.writeString(tool.migration("V5__more.sql"), "SELECT 1;\n");
    Tool.Run run = tool.run("status", "--check");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out()).contains("./db upgrade 00_personal_todo");
    assertThat(tool.run("status").exit()).isEqualTo(ExitCode.DONE);
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
  void aMissingDatabaseIsSaidWithTheCommandThatMakesIt() {
    Tool.Run run = tool.with("POSTGRES_DB", "nowhere").run("current", "00");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("has no database nowhere", "next:  ./db start");
  }
}
