package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

class RevisionCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void tool() throws IOException {
    tool = Tool.in(root, db.admin());
  }

  @Test
  void theNextVersionAndItsUndoAreWrittenAndApplyAsTheyAre() {
    Tool.Run written = tool.run("revision", "00", "-m", "Add \"priority\" ${x}\nto todos!");
    assertThat(written.exit()).isEqualTo(ExitCode.DONE);
    assertThat(written.out())
        .contains(
            "workshop/00_personal_todo/migrations/V5__add_priority_x_to_todos.sql",
            "workshop/00_personal_todo/undo/U5__add_priority_x_to_todos.sql");
    assertThat(written.err()).contains("next:", "./db upgrade 00_personal_todo");
    assertThat(tool.migration("V5__add_priority_x_to_todos.sql"))
        .content()
        .startsWith("-- Add \"priority\" $ {x} to todos!\n")
        .contains("\"${flyway:defaultSchema}\"", "\"${api_role}\"");

    assertThat(tool.run("upgrade", "00").out()).endsWith("0 → 5\n");
    assertThat(tool.run("downgrade", "00").out()).endsWith("5 → 4\n");
  }

  @Test
  void aMessageThatNamesNothingIsRefused() {
    Tool.Run refused = tool.run("revision", "00", "-m", "!?");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("\"!?\" names nothing", "next:");
    assertThat(tool.run("revision", "00").err()).contains("--message");
  }
}
