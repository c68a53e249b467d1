package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** A schema on which something in another one depends: dropping it would drop that, too. */
@Tag("long")
class NeededOutsideTest extends SchemaCase {

  private static final String[] DEPENDENTS = {
    "view other.titles",
    "materialized view other.counts",
    "table constraint of_todo on other.notes",
    "table column other.notes.kind",
    "function other.titled()",
    "default value for other.notes.number",
    "policy mine on other.notes",
    "trigger told on other.notes",
    "rule also on other.notes",
  };

  @AfterEach
  void dropOther() throws SQLException {
    assertThat(query("DROP SCHEMA IF EXISTS other CASCADE; SELECT 1")).isEqualTo("1");
  }

  @Test
  void neitherResetNorRestoreDropsWhatIsInAnotherSchema() throws SQLException {
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("snapshot", "00", "--name", "mine").exit()).isEqualTo(ExitCode.DONE);
    dependents();

    for (String[] command :
        new String[][] {
          {"reset", "00", "--yes"}, {"reset", "00", "--dry-run"}, {"restore", "00", "mine"}
        }) {
      Tool.Run run = tool.run(command);
      assertThat(run.exit()).as(command[0] + run.all()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err())
          .contains(DEPENDENTS)
          .contains("9 objects outside of \"" + schema + "\"", "nothing was changed")
          .contains("./db sql 00_personal_todo --schema " + schema + " --admin")
          .doesNotContain("counts_pkey", "RI_ConstraintTrigger");
      assertThat(query("SELECT count(*) FROM other.titles")).isEqualTo("0");
    }
    assertThat(tool.run("snapshots", "00").out()).doesNotContain("-reset", "-restore");

    dropOther();
    assertThat(tool.run("reset", "00", "--yes").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatTheSchemaItselfNeedsOutsideIsNoObstacle() throws SQLException {
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    query(
        "CREATE SCHEMA other; CREATE TABLE other.lists (id int PRIMARY KEY);"
            + " CREATE TYPE other.kind AS ENUM ('a');"
            + " ALTER TABLE todos ADD list int REFERENCES other.lists, ADD kind other.kind;"
            + " CREATE VIEW titles AS SELECT title FROM todos; SELECT 1");

    Tool.Run reset = tool.run("reset", "00", "--yes");
    assertThat(reset.exit()).as(reset.all()).isEqualTo(ExitCode.DONE);
    assertThat(query("SELECT count(*) FROM other.lists")).isEqualTo("0");
  }

  @Test
  void extensionThatNoScriptMakesAgainIsNotDropped() throws SQLException {
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("snapshot", "00", "--name", "mine").exit()).isEqualTo(ExitCode.DONE);
    query("CREATE EXTENSION citext SCHEMA \"" + schema + "\"; SELECT 1");
    for (String[] command : new String[][] {{"reset", "00", "--yes"}, {"restore", "00", "mine"}}) {
      Tool.Run run = tool.run(command);
      assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).contains("extension citext", "nothing was changed");
    }
    assertThat(query("SELECT 'A'::citext = 'a'")).isEqualTo("t");
  }

  @Test
  void extensionThatAScriptMakesIsMadeAgain() throws IOException, SQLException {
    Files.writeString(
        tool.migration("V5__extension.sql"),
        "CREATE EXTENSION hstore SCHEMA \"${flyway:defaultSchema}\";");
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    Tool.Run reset = tool.run("reset", "00", "--yes");
    assertThat(reset.exit()).as(reset.all()).isEqualTo(ExitCode.DONE);
    assertThat(query("SELECT 'a=>1'::hstore -> 'a'")).isEqualTo("1");
  }

  private void dependents() throws SQLException {
    query(
        """
        CREATE TYPE kind AS ENUM ('a');
        CREATE SEQUENCE numbers;
        CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE SCHEMA other;
        CREATE VIEW other.titles AS SELECT title FROM todos;
        CREATE MATERIALIZED VIEW other.counts AS SELECT count(*) FROM todos;
        CREATE TABLE other.notes (
            id int PRIMARY KEY, kind kind, number bigint DEFAULT nextval('numbers'),
            todo bigint CONSTRAINT of_todo REFERENCES todos);
        CREATE FUNCTION other.titled() RETURNS SETOF todos LANGUAGE plpgsql AS 'BEGIN END';
        CREATE POLICY mine ON other.notes USING (EXISTS (SELECT FROM todos));
        CREATE TRIGGER told BEFORE INSERT ON other.notes FOR EACH ROW EXECUTE FUNCTION tell();
        CREATE RULE also AS ON DELETE TO other.notes DO ALSO DELETE FROM todos;
        SELECT 1
        """);
  }
}
