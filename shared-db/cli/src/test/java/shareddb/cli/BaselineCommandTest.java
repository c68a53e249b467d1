package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** A schema that the tool did not make is taken over. */
class BaselineCommandTest extends SchemaCase {

  @Test
  void aSchemaWithoutAHistoryGetsItAndGoesOn() throws SQLException {
    withoutHistory("2");

    assertThat(tool.run("upgrade", "00").all())
        .contains("has no history, but ")
        .contains("next:  ./db baseline 00_personal_todo --schema " + schema);
    Tool.Run run = tool.run("baseline", "00");

    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("✓ 1  initial")
        .contains("✓ 2  add updated at")
        .contains('"' + schema + "\" is what its track makes at 2, ")
        .contains("recorded as applied, nothing was run");
    assertThat(run.all()).contains("./db upgrade 00_personal_todo --schema " + schema);
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("drift", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("downgrade", "00", "--target", "1", "--yes").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(tool.run("journal", "00").out()).contains("baseline");
  }

  @Test
  void whatDiffersIsNamedAndNothingIsRecorded() throws SQLException {
    withoutHistory("2");
    query("ALTER TABLE todos ADD COLUMN by_hand int; SELECT 1");

    Tool.Run run = tool.run("baseline", "00");

    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.all())
        .contains("is no version of its track; the nearest is 2, with 1 difference:")
        .contains("by_hand")
        .contains("nothing was recorded");
    assertThat(query("SELECT to_regclass('flyway_schema_history')")).isEqualTo("null");
  }

  @Test
  void aSchemaWithAHistoryAndAnEmptyOneAreRefused() {
    assertThat(tool.run("baseline", "00").all())
        .contains("is empty or not there: there is nothing to take over");
    tool.run("upgrade", "00");

    Tool.Run run = tool.run("baseline", "00");

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.all()).contains("has a history already, and is at 4; nothing was changed");
  }

  @Test
  void aSnapshotOfASchemaWithFlywaysBaselineComesBack() throws SQLException {
    withoutHistory("2");
    tool.run("baseline", "00");
    query(
        """
        DELETE FROM flyway_schema_history WHERE version = '1';
        UPDATE flyway_schema_history
        SET type = 'BASELINE', script = '<< Flyway Baseline >>', checksum = NULL;
        INSERT INTO todos (title) VALUES ('kept');
        SELECT 1
        """);
    assertThat(tool.run("history", "00").out()).contains("baseline");
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("downgrade", "00", "--target", "1").all())
        .contains("begins with a baseline at 2");
    assertThat(tool.run("snapshot", "00").exit()).isEqualTo(ExitCode.DONE);

    assertThat(tool.run("restore", "00").exit()).isEqualTo(ExitCode.DONE);

    assertThat(query("SELECT title FROM todos")).isEqualTo("kept");
    assertThat(tool.run("current", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("drift", "00").exit()).isEqualTo(ExitCode.DONE);
  }

  private void withoutHistory(String version) throws SQLException {
    assertThat(tool.run("upgrade", "00", "--target", version).exit()).isEqualTo(ExitCode.DONE);
    query("DROP TABLE flyway_schema_history; SELECT 1");
  }
}
