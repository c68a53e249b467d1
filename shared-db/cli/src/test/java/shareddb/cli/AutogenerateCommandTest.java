package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

class AutogenerateCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  @Test
  void whatWasDoneByHandIsWrittenProvedAndTakenOver() throws IOException, SQLException {
    Tool tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "hand");
    assertThat(tool.run("revision", "00", "--autogenerate").err())
        .contains("is at 0, with 4 migrations pending", "next:  ./db upgrade");
    tool.run("upgrade", "00");
    assertThat(tool.run("revision", "00", "--autogenerate").out()).contains("nothing to write");
    run("ALTER TABLE hand.todos ADD COLUMN priority int NOT NULL DEFAULT 0");
    run("ALTER TABLE hand.todos RENAME COLUMN description TO details");

    Tool.Run written = tool.run("revision", "00", "--autogenerate", "-m", "priority");
    assertThat(written.exit()).isEqualTo(ExitCode.DONE);
    assertThat(written.out())
        .contains(
            "✓ workshop/00_personal_todo/migrations/V5__priority.sql",
            "✓ workshop/00_personal_todo/undo/U5__priority.sql",
            "taken for a rename: column todos.description to details",
            "✓ tried in a scratch database: the migration makes what \"hand\" is",
            "✓ tried in a scratch database: the undo makes what was before");
    assertThat(written.err()).contains("./db revision 00_personal_todo --schema hand --adopt");

    Tool.Run adopted = tool.run("revision", "00", "--adopt");
    assertThat(adopted.exit()).isEqualTo(ExitCode.DONE);
    assertThat(adopted.out()).contains("5  priority  recorded as applied, and not run");
    assertThat(tool.run("drift", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("upgrade", "00").out()).contains("is at 5: nothing is pending");
    assertThat(tool.run("downgrade", "00").out()).endsWith("5 → 4\n");
    assertThat(tool.run("drift", "00").exit()).isEqualTo(ExitCode.DONE);

    Tool.Run refused = tool.run("revision", "00", "--adopt");
    assertThat(refused.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(refused.err()).contains("nothing was recorded", "./db upgrade");
    assertThat(tool.run("current", "00").out()).contains("is at 4 of 5");
  }

  @Test
  void aRenameIsAskedAbout() throws IOException, SQLException {
    Tool tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "asked").interactive();
    tool.run("upgrade", "00");
    run("ALTER TABLE asked.todos RENAME COLUMN description TO details");

    Tool.Run written = tool.runTyping("n\n", "revision", "00", "--autogenerate", "-m", "details");
    assertThat(written.err()).contains("Is this a rename: column todos.description to details?");
    assertThat(tool.migration("V5__details.sql")).content().contains("DROP COLUMN description;");
  }

  @Test
  void whatTheSchemaHasAlreadyMayBeTakenOver() throws IOException, SQLException {
    Tool tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "already");
    tool.run("upgrade", "00");
    run("ALTER TABLE already.todos ADD COLUMN priority int");
    Files.writeString(
        tool.migration("V5__priority.sql"),
        "ALTER TABLE \"${flyway:defaultSchema}\".todos ADD COLUMN priority int;\n");
    assertThat(tool.run("upgrade", "00").err())
        .contains("V5__priority.sql failed", "already exists")
        .contains("where the schema has all of it already:  ./db revision 00_personal_todo");
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
