package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

final class RolloutCommandTest extends SchemaCase {

  @BeforeEach
  void aTrackWithAChangeInPhases() throws IOException, SQLException {
    Path module = root.resolve("workshop/00_personal_todo");
    write(
        module.resolve("migrations/V5__summary.sql"),
        "ALTER TABLE §todos ADD COLUMN summary text;");
    write(module.resolve("undo/U5__summary.sql"), "ALTER TABLE §todos DROP COLUMN summary;");
    write(
        module.resolve("backfill/V5__summary.sql"),
        """
        UPDATE §todos SET summary = title WHERE ${batch:todos};
        SELECT id, title FROM §todos WHERE summary IS NULL;
        """);
    write(
        module.resolve("migrations/V6__summary_contract.sql"),
        "-- contract of V5\nALTER TABLE §todos DROP COLUMN title;");
    tool.run("upgrade", "00", "--target", "4");
    query("INSERT INTO todos (title) VALUES ('Buy milk'), ('Read'); SELECT 1");
  }

  @Test
  void anUpgradeStopsBeforeTheContractAndNamesTheRollout() {
    Tool.Run stopped = tool.run("upgrade", "00");

    assertThat(stopped.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(stopped.err())
        .contains("is at 5, and the upgrade stops there: V6__summary_contract.sql")
        .contains("2 rows are not filled as it needs them")
        .contains("{\"id\": 1, \"title\": \"Buy milk\"}")
        .contains("./db rollout 00_personal_todo");
    assertThat(tool.run("current", "00").out())
        .contains("in a rollout since ")
        .contains("by V5__summary.sql: no rows are filled yet")
        .contains("next:  ./db rollout 00_personal_todo");
  }

  @Test
  void aRolloutGoesPhaseByPhase() throws SQLException {
    Tool.Run planned = tool.run("rollout", "00", "--dry-run");
    assertThat(planned.out())
        .as(planned.err())
        .contains("expand    views in \"" + schema + "@4\", then V5__summary.sql")
        .contains("contract  keep the rows, then drop the views and run V6__summary_contract.sql");
    Tool.Run filled = tool.run("rollout", "00", "--until", "backfill");
    assertThat(filled.out())
        .contains("the new version may start: search_path = \"" + schema + "@6\"")
        .contains("is at 5: all rows are filled; old and new version read and write")
        .contains("next:  start the new version")
        .contains("to go back:  ./db rollout 00_personal_todo")
        .contains("--abort");
    assertThat(tool.run("current", "00").out()).contains("both versions read and write");
    Tool.Run done = tool.run("rollout", "00");
    assertThat(done.exit()).isEqualTo(ExitCode.DONE);
    assertThat(done.out())
        .contains("4 → 6; the old version is gone")
        .contains("kept what was there: 2 rows of 1 table at 5");
    assertThat(query("SELECT string_agg(summary, ', ' ORDER BY id) FROM todos"))
        .isEqualTo("Buy milk, Read");
    assertThat(tool.run("journal", "00").out())
        .contains("contract")
        .contains("proof")
        .contains("backfill")
        .contains("expand");
    assertThat(tool.run("rollout", "00").out()).contains("is at 6: there is no rollout to do");
  }

  @Test
  void aRevisionWritesTheFilesOfAChange() throws IOException, SQLException {
    tool.run("rollout", "00", "--idle", "0");
    Tool.Run written = tool.run("revision", "00", "--rollout", "-m", "text");
    assertThat(written.exit()).as(written.err()).isEqualTo(ExitCode.DONE);
    Path module = root.resolve("workshop/00_personal_todo");
    for (String file :
        List.of(
            "migrations/V7__text.sql",
            "undo/U7__text.sql",
            "backfill/V7__text.sql",
            "migrations/V8__text_contract.sql",
            "undo/U8__text_contract.sql")) {
      Path path = module.resolve(file);
      Files.writeString(
          path,
          Files.readString(path)
              .replace("TABLE_NAME", "todos")
              .replace("OLD_COLUMN", "summary")
              .replace("NEW_COLUMN", "text"));
    }
    assertThat(tool.run("rollout", "00", "--until", "backfill").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("rollout", "00", "--abort").exit()).isEqualTo(ExitCode.DONE);
    Tool.Run done = tool.run("rollout", "00");
    assertThat(done.exit()).as(done.err()).isEqualTo(ExitCode.DONE);
    assertThat(query("SELECT string_agg(text, ', ' ORDER BY id) FROM todos"))
        .isEqualTo("Buy milk, Read");
  }

  @Test
  void itGoesBack() throws SQLException {
    tool.run("rollout", "00", "--until", "backfill");
    Tool.Run reset = tool.run("reset", "00", "--yes");
    assertThat(reset.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(reset.err())
        .contains("view \"" + schema + "@6\".todos")
        .contains("a rollout is under way; end it or go back:  ./db rollout 00_personal_todo");
    Tool.Run back = tool.run("rollout", "00", "--abort");
    assertThat(back.exit()).isEqualTo(ExitCode.DONE);
    assertThat(back.out()).contains("is at 4 again; the new version is gone");
    assertThat(query("SELECT title FROM todos WHERE id = 1")).isEqualTo("Buy milk");
  }

  @Test
  void anUnknownPhaseIsRefused() {
    Tool.Run refused = tool.run("rollout", "00", "--until", "somewhere");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("there is no phase somewhere");
  }

  private static void write(Path file, String sql) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql.replace("§", "\"${flyway:defaultSchema}\"."));
  }
}
