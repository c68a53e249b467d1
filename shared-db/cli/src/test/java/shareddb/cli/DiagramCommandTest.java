package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

class DiagramCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  @Test
  void theSchemaIsDrawnAndWhatIsPendingAndWhatDiffers() throws IOException, SQLException {
    Tool tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "Drawn \"er\"");
    tool.run("upgrade", "00", "--target", "2");

    Tool.Run mermaid = tool.run("diagram", "00", "--mermaid");
    assertThat(mermaid.exit()).isEqualTo(ExitCode.DONE);
    assertThat(mermaid.out())
        .contains("title: \"schema 'Drawn ''er''' at version 2\"", "bigint id PK")
        .doesNotContain("deleted_at");

    Tool.Run next = tool.run("diagram", "00", "--next", "--out", "next.svg");
    assertThat(next.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(next.out()).contains("next.svg: 00_personal_todo: version 2 to 4, 1 table");
    assertThat(Files.readString(root.resolve("next.svg")))
        .startsWith("<svg ")
        .contains("deleted_at timestamptz [added]");

    tool.run("upgrade", "00");
    assertThat(tool.run("diagram", "00", "--drift").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("diagram", "00", "--next").exit()).isEqualTo(ExitCode.DONE);
    try (Connection connection = db.connect()) {
      Query.execute(connection, "ALTER TABLE \"Drawn \"\"er\"\"\".todos ADD COLUMN by_hand int");
    }
    Tool.Run drift = tool.run("diagram", "00", "--drift");
    assertThat(drift.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(drift.out()).contains("by_hand integer [no migration makes it]");
  }

  @Test
  void offlineNeedsNoServerOfTheWorkshop() throws IOException {
    Tool tool = Tool.in(root, db.admin()).with("POSTGRES_PORT", "1");

    Tool.Run run = tool.run("diagram", "00", "--offline", "--out", "schema.svg");

    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("schema.svg: 00_personal_todo at version 4, 1 table");
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() throws IOException {
    Tool tool = Tool.in(root, db.admin());

    assertThat(tool.run("diagram", "00", "--next", "--drift").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("diagram", "00", "--next", "--offline").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("diagram", "00", "--offline", "--schema", "s").exit())
        .isEqualTo(ExitCode.USAGE);
    Tool.Run nowhere = tool.run("diagram", "00", "--offline", "--out", "none/schema.svg");
    assertThat(nowhere.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(nowhere.err()).contains("cannot write", "next:");
  }
}
