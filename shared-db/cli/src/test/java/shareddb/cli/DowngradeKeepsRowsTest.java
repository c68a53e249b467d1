package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** Downgrades of one schema whose undo scripts drop or delete rows. */
class DowngradeKeepsRowsTest extends SchemaCase {

  private static final Pattern BACK = Pattern.compile("to get back:  \\./db (.*)");

  @BeforeEach
  void oneRow() throws SQLException {
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(query("INSERT INTO todos (title) VALUES ('kept') RETURNING id")).isEqualTo("1");
  }

  @Test
  void inAPipeItHasToBeAskedFor() throws SQLException {
    Tool.Run refused = tool.run("downgrade", "00", "--target", "0");
    assertThat(refused.exit()).as(refused.all()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("table todos with 1 row", "--target 0 --yes");
    assertThat(query("SELECT title FROM todos")).isEqualTo("kept");
  }

  @Test
  void atATerminalItAsksAndNoChangesNothing() throws SQLException {
    Tool asked = tool.interactive();
    Tool.Run no = asked.runTyping("n\n", "downgrade", "00", "-t", "0");
    assertThat(no.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(no.all()).contains("table todos with 1 row", "[y/N]", "nothing was changed");
    assertThat(query("SELECT title FROM todos")).isEqualTo("kept");
    assertThat(tool.run("snapshots", "00").out()).doesNotContain("-downgrade");

    Tool.Run yes = asked.runTyping("y\n", "downgrade", "00", "-t", "0");
    assertThat(yes.exit()).as(yes.all()).isEqualTo(ExitCode.DONE);
    assertThat(yes.out()).contains("4 → 0", "kept what was there: 1 row of 1 table at 4");
  }

  @Test
  void whatItPrintsBringsAllBack() throws SQLException {
    Tool.Run down = tool.run("downgrade", "00", "--target", "0", "--yes");
    assertThat(down.exit()).as(down.all()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("snapshots", "00").out()).contains("before a downgrade");
    Matcher back = BACK.matcher(down.out());
    assertThat(back.find()).as(down.out()).isTrue();
    Tool.Run restored = tool.run(back.group(1).split(" "));
    assertThat(restored.exit()).as(restored.all()).isEqualTo(ExitCode.DONE);
    assertThat(query("SELECT title FROM todos")).isEqualTo("kept");
    assertThat(tool.run("current", "00").out()).contains("is at 4, the newest");
  }

  @Test
  void droppedColumnsAndDeletedRowsCountToo() throws IOException, SQLException {
    script("5__color", "ALTER TABLE #.todos ADD color text;", "ALTER TABLE #.todos DROP color;");
    script("6__more", "INSERT INTO #.todos (title) VALUES ('more');", "DELETE FROM #.todos;");
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(query("UPDATE todos SET color = 'red' WHERE id = 1 RETURNING id")).isEqualTo("1");
    assertThat(tool.run("downgrade", "00").err()).contains("2 rows of table todos");
    assertThat(tool.run("downgrade", "00", "--steps", "2").err())
        .contains("2 rows of table todos", "column todos.color with a value in 1 row");
    Tool.Run json = tool.run("downgrade", "00", "--yes", "--json");
    assertThat(json.out()).contains("\"snapshot\":\"", "\"restore\":\"./db restore 00");
  }

  @Test
  void whatLosesNothingKeepsNothing() {
    Tool.Run down = tool.run("downgrade", "00");
    assertThat(down.exit()).as(down.all()).isEqualTo(ExitCode.DONE);
    assertThat(down.out()).endsWith("4 → 3\n");
    assertThat(tool.run("snapshots", "00").out()).doesNotContain("-downgrade");
  }

  @Test
  void anUndoThatFailsKeepsNothingAndOneThatCannotBeTriedKeepsAll()
      throws IOException, SQLException {
    script("5__index", "SELECT 1;", "DROP TABLE #.todos; SELECT nonsense;");
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    Tool.Run failed = tool.run("downgrade", "00");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.all()).contains("nonsense").doesNotContain("to get back");
    assertThat(tool.run("snapshots", "00").out()).doesNotContain("-downgrade");

    script("5__index", "SELECT 1;", "DROP INDEX CONCURRENTLY IF EXISTS #.none;");
    Tool.Run down = tool.run("downgrade", "00");
    assertThat(down.exit()).as(down.all()).isEqualTo(ExitCode.DONE);
    assertThat(down.out()).contains("kept what was there: 1 row of 1 table at 5");
  }

  @Test
  void moreStepsThanAreAppliedAreRefused() throws SQLException {
    Tool.Run refused = tool.run("downgrade", "00", "--steps", "5", "--yes");
    assertThat(refused.exit()).as(refused.all()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("5 versions", "4 are applied", "--target 0");
    assertThat(query("SELECT title FROM todos")).isEqualTo("kept");
  }

  private void script(String name, String up, String down) throws IOException {
    String schema = "\"\\${flyway:defaultSchema}\"";
    Files.writeString(tool.migration("V" + name + ".sql"), up.replaceAll("#", schema));
    Files.writeString(tool.undo("U" + name + ".sql"), down.replaceAll("#", schema));
  }
}
