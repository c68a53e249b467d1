package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** A history that does not fit its files is repaired once the changes were shown. */
class RepairCommandTest extends SchemaCase {

  @Test
  void eachChangeIsSaidBeforeItIsMadeAndTheJournalHasIt() throws IOException, SQLException {
    tool.run("upgrade", "00");
    Files.delete(tool.migration("V4__is_completed_not_null.sql"));
    Files.delete(tool.undo("U4__is_completed_not_null.sql"));
    Files.writeString(
        tool.migration("V3__add_deleted_at.sql"),
        Files.readString(tool.migration("V3__add_deleted_at.sql")) + "-- edited\n");
    assertThat(tool.run("upgrade", "00").err()).contains("./db repair 00_personal_todo --schema");

    Tool.Run unasked = tool.run("repair", "00");
    assertThat(unasked.exit()).isEqualTo(ExitCode.USAGE);
    Tool.Run refused = tool.interactive().runTyping("n\n", "repair", "00");
    assertThat(refused.all())
        .contains("repairing the history of \"" + schema + "\" changes 2 rows; no script is run")
        .containsPattern("V3__add_deleted_at.sql: as its file is now, checksum -?\\d+ → -?\\d+")
        .contains("V4__is_completed_not_null.sql: its file is gone")
        .contains("nothing was changed");
    assertThat(tool.run("repair", "00", "--dry-run").exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.FAILED);

    Tool.Run done = tool.run("repair", "00", "--yes");
    assertThat(done.exit()).isEqualTo(ExitCode.DONE);
    assertThat(done.out())
        .contains("changes 2 rows", "2 rows changed, and it counts as being at 3");
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("journal", "00").out()).containsPattern(" repair .* 4 → 3 ");
    assertThat(tool.run("repair", "00").out()).contains("nothing in the history is to be repaired");
    assertThat(query("SELECT count(*) FROM flyway_schema_history WHERE type = 'DELETE'"))
        .isEqualTo("1");
  }

  @Test
  void whatNoHistoryCanMendIsNamed() throws IOException {
    tool.run("upgrade", "00");
    Files.writeString(tool.migration("V1.5__late.sql"), "SELECT 1;");
    Tool.Run run = tool.run("repair", "00", "--yes");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out())
        .contains("nothing in the history is to be repaired", "what stays", "V1.5__late.sql");
  }
}
