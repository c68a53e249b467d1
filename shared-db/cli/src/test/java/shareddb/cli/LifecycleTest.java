package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.cli.command.ExitCode;

class LifecycleTest extends SchemaCase {

  @Test
  void upDownAndUpAgain() {
    Tool.Run first = tool.run("upgrade", "00");
    assertThat(first.exit()).isEqualTo(ExitCode.DONE);
    assertThat(first.out().lines())
        .hasSize(5)
        .startsWith(line(first, "initial"))
        .endsWith("\"" + schema + "\": 0 → 4");
    assertThat(tool.run("upgrade", "00").out())
        .isEqualTo("\"" + schema + "\" is at 4: nothing is pending\n");

    assertThat(tool.run("downgrade", "00").out()).endsWith("4 → 3\n");
    assertThat(tool.run("downgrade", "00", "--steps", "2").out()).endsWith("3 → 1\n");
    assertThat(tool.run("current", "00").out())
        .contains("is at 1 of 4", "pending  2  add updated at", "pending  4");
    assertThat(tool.run("upgrade", "00", "--target", "3").out()).endsWith("1 → 3\n");
    assertThat(tool.run("downgrade", "00", "--target", "0").out()).endsWith("3 → 0\n");
    assertThat(tool.run("downgrade", "00").out()).contains("is at 0: nothing to undo");
  }

  @Test
  void currentTellsByItsExitCodeWhetherAllIsApplied() {
    assertThat(tool.run("current", "00").exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tool.run("current", "00", "--check").exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tool.run("current", "--help").out()).contains("3 where something is pending");
    tool.run("upgrade", "00");
    Tool.Run current = tool.run("current", "00");
    assertThat(current.exit()).isEqualTo(ExitCode.DONE);
    assertThat(current.out()).isEqualTo("\"" + schema + "\" is at 4, the newest\n");
  }

  @Test
  void historyShowsWhatWasUndoneToo() {
    assertThat(tool.run("history", "00").all()).contains("no history", "./db upgrade");
    tool.run("upgrade", "00", "--target", "2");
    tool.run("downgrade", "00");
    Tool.Run history = tool.run("history", "00");
    assertThat(history.out().lines())
        .hasSize(4)
        .satisfiesExactly(
            header -> assertThat(header).startsWith("VERSION  DESCRIPTION"),
            row -> assertThat(row).startsWith("1  ").endsWith("applied"),
            row -> assertThat(row).startsWith("2  ").endsWith("undone later"),
            row -> assertThat(row).startsWith("2  ").endsWith("undo"));
    assertThat(history.out()).contains(System.getProperty("user.name"));
  }

  @Test
  void resetAsksAndANoChangesNothing() throws SQLException {
    tool.run("upgrade", "00");
    insert();
    for (String answer : new String[] {"\n", "n\n", "", "yesterday\n"}) {
      Tool.Run refused = tool.interactive().runTyping(answer, "reset", "00");
      assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(refused.err()).contains("[y/N]", schema, "nothing was changed");
    }
    assertThat(rows()).isEqualTo("1");
    Tool.Run done = tool.interactive().runTyping("y\n", "reset", "00");
    assertThat(done.exit()).isEqualTo(ExitCode.DONE);
    assertThat(done.out()).contains("was dropped", "0 → 4");
    assertThat(rows()).isEqualTo("0");
  }

  @Test
  void resetWithNobodyToAskWantsYes() throws SQLException {
    tool.run("upgrade", "00");
    insert();
    Tool.Run refused = tool.run("reset", "00");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("./db reset 00_personal_todo --schema " + schema + " --yes");
    assertThat(rows()).isEqualTo("1");
    assertThat(tool.run("reset", "00", "--yes").exit()).isEqualTo(ExitCode.DONE);
    assertThat(rows()).isEqualTo("0");
  }

  @Test
  void anEditedMigrationIsRefusedWithBothWaysOut() throws IOException {
    tool.run("upgrade", "00");
    Path edited = tool.migration("V2__add_updated_at.sql");
    Files.writeString(edited, Files.readString(edited) + "\n-- edited\n");
    Tool.Run refused = tool.run("upgrade", "00");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("workshop/00_personal_todo/migrations/V2__add_updated_at.sql")
        .containsPattern(
            "version 2 was applied to .* at 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")
        .contains("by " + System.getProperty("user.name"))
        .contains("a new migration (V5__", "./db reset 00_personal_todo --schema " + schema);
    assertThat(tool.run("current", "00").exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tool.run("downgrade", "00").exit()).isEqualTo(ExitCode.FAILED);
    assertThat(tool.run("reset", "00", "--yes").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aFailedMigrationIsNamedWithWhatPostgresSaid() throws IOException {
    Files.writeString(tool.migration("V3__add_deleted_at.sql"), "SELECT 1;\nSELECT nonsense;\n");
    Tool.Run failed = tool.run("upgrade", "00");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err())
        .contains("migrations/V3__add_deleted_at.sql failed")
        .contains("column \"nonsense\" does not exist (SQLSTATE 42703)")
        .contains("\"" + schema + "\" is at 2")
        .contains("mend workshop/");
    assertThat(failed.out()).contains("add updated at");
    assertThat(failed.all()).doesNotContain("\tat ");
  }

  @Test
  void withoutItsUndoScriptNothingIsUndone() throws IOException {
    tool.run("upgrade", "00");
    Files.delete(tool.undo("U3__add_deleted_at.sql"));
    Tool.Run refused = tool.run("downgrade", "00", "--steps", "2");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("undo/U3__add_deleted_at.sql", "is at 4, as before");
    assertThat(tool.run("current", "00").out()).contains("is at 4");
  }

  @Test
  void versionsThatCannotBeReached() {
    tool.run("upgrade", "00");
    Tool.Run unknown = tool.run("upgrade", "00", "--target", "9");
    assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("has no version 9; it has 1, 2, 3, 4");
    assertThat(tool.run("downgrade", "00", "--target", "9").exit()).isEqualTo(ExitCode.USAGE);
    Tool.Run beyond = tool.run("upgrade", "00", "--target", "2");
    assertThat(beyond.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(beyond.err()).contains("./db downgrade 00_personal_todo", "--target 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "tenant-1", "00_x", "Ä \"ö\"", "sel;ect'--", "$a$", "%s"})
  void schemasOfAnyName(String name) {
    assertThat(tool.run("upgrade", "00", "--schema", name).exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("current", "00", "-s", name).out()).contains("is at 4, the newest");
    assertThat(tool.run("downgrade", "00", "-s", name).exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("history", "00", "-s", name).out().lines()).hasSize(6);
    assertThat(tool.run("reset", "00", "-s", name, "-y").exit()).isEqualTo(ExitCode.DONE);
  }

  private static String line(Tool.Run run, String description) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith("✓") && line.contains(description))
        .findFirst()
        .orElse("no line with a tick and " + description);
  }

  private void insert() throws SQLException {
    query("INSERT INTO todos (title) VALUES ('keep me') RETURNING 1");
  }

  private String rows() throws SQLException {
    return query("SELECT count(*) FROM todos");
  }
}
