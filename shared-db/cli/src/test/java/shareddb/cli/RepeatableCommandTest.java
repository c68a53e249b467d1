package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

class RepeatableCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  @Test
  void isNamedByEveryCommandThatTellsWhatIsPendingOrDone() throws IOException {
    Tool tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "repeatable");
    Path file = tool.migration("R__open_todos.sql");
    write(file, "title");
    assertThat(tool.run("upgrade", "00", "--dry-run").out())
        .contains("-- workshop/00_personal_todo/migrations/R__open_todos.sql\nBEGIN;\n")
        .contains("VALUES (5, NULL, 'open todos', 'SQL', 'R__open_todos.sql'");
    assertThat(tool.run("upgrade", "00", "--dry-run=execute").out()).contains("✓ R  open todos");
    assertThat(tool.run("upgrade", "00").out()).contains("✓ R  open todos", ": 0 → 4");
    assertThat(tool.run("current", "00", "--check").exit()).isEqualTo(ExitCode.DONE);

    write(file, "title, id");
    Tool.Run current = tool.run("current", "00", "--check");
    assertThat(current.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(current.out()).contains("is at 4, the newest\n  pending  R  open todos\n");
    assertThat(tool.run("current", "00", "--json").out())
        .contains("\"version\":null,\"description\":\"open todos\"");
    assertThat(tool.run("status").out()).containsPattern("repeatable\\W+4 +4 +1 ");
    assertThat(tool.run("drift", "00").err())
        .contains("next:  ./db upgrade 00_personal_todo --schema repeatable")
        .contains("runs what is pending: R__open_todos.sql");
    assertThat(tool.run("upgrade", "00").out()).contains("✓ R  open todos", ": 4 → 4");
    assertThat(tool.run("upgrade", "00").out()).contains("nothing is pending");
    assertThat(tool.run("drift", "00").exit()).isEqualTo(ExitCode.DONE);

    assertThat(tool.run("history", "00").out())
        .containsPattern("R +open todos .* run again\n")
        .containsPattern("R +open todos .* applied\n");
    assertThat(tool.run("downgrade", "00").err())
        .contains("note: R__open_todos.sql stays as it is, and runs again only with a new text");

    Files.delete(file);
    Tool.Run gone = tool.run("current", "00");
    assertThat(gone.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(gone.err()).contains("the file of a repeatable migration is gone: R__open_todos");
  }

  private static void write(Path file, String columns) throws IOException {
    Files.writeString(
        file,
        """
        CREATE OR REPLACE VIEW "${flyway:defaultSchema}".open_todos AS
            SELECT %s FROM "${flyway:defaultSchema}".todos;
        """
            .formatted(columns));
  }
}
