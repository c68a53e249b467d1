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

  @Test
  void aSchemaWithoutATrackGetsItsFirstMigration() throws SQLException {
    madeByHand();

    Tool.Run run = tool.run("baseline", "42_bikes", "--from", schema);

    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("✓ workshop/42_bikes/migrations/V1__")
        .contains("tried in a scratch database: the migration makes what")
        .contains("is at 1 of 42_bikes: recorded as applied, nothing was run");
    assertThat(tool.run("drift", "42").exit()).isEqualTo(ExitCode.DONE);
    assertThat(query("SELECT count(*) FROM bikes")).isEqualTo("1");
    assertThat(tool.run("baseline", "42_bikes", "--from", schema).err())
        .contains("workshop/42_bikes has migrations already; nothing was written");
    assertThat(tool.run("upgrade", "42", "--schema", schema + "_copy").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(tool.run("downgrade", "42", "--schema", schema + "_copy", "--yes").exit())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void aSchemaOfAnotherDatabaseGetsOnlyTheFiles() throws SQLException {
    madeByHand();
    String url =
        "postgresql://%s:%s@%s/%s?schema=%s"
            .formatted(
                db.admin().user(),
                db.admin().password().reveal(),
                db.admin().address(),
                db.admin().database(),
                schema);
    assertThat(tool.run("baseline", "43_bikes", "--from", url.replaceFirst("\\?.*", "")).err())
        .contains("does not say which schema is meant");
    Tool.Run run = tool.run("baseline", "43_bikes", "--from", url);
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("read both files, then  ./db upgrade 43_bikes");
    assertThat(query("SELECT to_regclass('flyway_schema_history')")).isEqualTo("null");
  }

  private void madeByHand() throws SQLException {
    query(
        """
        CREATE SCHEMA "%1$s";
        CREATE TYPE "%1$s".kind AS ENUM ('road', 'city');
        CREATE TABLE "%1$s".bikes (
            id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind "%1$s".kind NOT NULL);
        CREATE INDEX ON "%1$s".bikes (kind);
        CREATE VIEW "%1$s".roads AS SELECT id FROM "%1$s".bikes WHERE kind = 'road';
        INSERT INTO "%1$s".bikes (kind) VALUES ('road');
        SELECT 1
        """
            .formatted(schema));
  }

  private void withoutHistory(String version) throws SQLException {
    assertThat(tool.run("upgrade", "00", "--target", version).exit()).isEqualTo(ExitCode.DONE);
    query("DROP TABLE flyway_schema_history; SELECT 1");
  }
}
