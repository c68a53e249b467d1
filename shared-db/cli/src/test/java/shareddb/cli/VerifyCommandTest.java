package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.tracktesting.MigratedDatabase;

class VerifyCommandTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("00_personal_todo");

  @TempDir Path root;

  @Test
  void allTicksForASchemaThatIsAsItShouldBe() throws IOException {
    Tool tool = Tool.in(root, db.admin());
    tool.run("upgrade", "00", "--schema", "dev");
    Tool.Run run = tool.run("verify", "00", "--schema", "dev");
    assertThat(run.out()).contains("✓ tables", "todos", "12 of 12 passed").doesNotContain("✗");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aCrossWithWhatToTypeAndExitCodeThree() throws IOException {
    Tool tool = Tool.in(root, db.admin());
    Files.delete(tool.undo("U4__is_completed_not_null.sql"));
    Tool.Run run = tool.run("verify", "--schema", "nowhere");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out())
        .contains("✗ undo scripts", "U4__is_completed_not_null.sql")
        .contains("next:  ./db upgrade 00_personal_todo --schema nowhere")
        .contains("not run: first mend schema");
  }
}
