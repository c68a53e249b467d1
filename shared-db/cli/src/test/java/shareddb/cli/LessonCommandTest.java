package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

class LessonCommandTest {

  private static final String PAGE =
      """
      # A lesson
      ## 1. Upgrade
      <!-- result in 00: SELECT count(*) > 0 FROM todos -->
      ```console
      $ echo typed > one.txt
      $ echo 'kept what was there: 2 rows'
      kept what was there: 2 rows
      ```
      ## 2. Read
      <!-- file: notes/two.txt -->
      ```
      two
      ```
      ## 3. Another table
      <!-- result in 00: SELECT count(*) > 0 FROM no_such_table -->
      ```console
      $ touch three.txt
      ```
      ## Your turn
      """;

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void aLesson() throws IOException {
    tool = Tool.in(root, db.admin());
    Files.writeString(file("README.md"), PAGE);
  }

  @Test
  void eachSectionSaysWhetherItsResultIsThere() {
    assertThat(tool.run("lesson", "00").out())
        .isEqualTo(
            """
            1. Upgrade: not there
            2. Read: leaves nothing to look for
            3. Another table: not there
            """);

    tool.run("upgrade", "00");
    tool.run("sql", "00", "--admin", "INSERT INTO todos (title) VALUES ('One')");

    Tool.Run run = tool.run("lesson", "00");
    assertThat(run.out()).startsWith("1. Upgrade: there\n").contains("table: not there");
    assertThat(run.err()).contains("next:  ./db lesson 00 --at 3");
  }

  @Test
  void theSectionsBeforeAreTypedAndItsOwnIsNot() throws IOException {
    Tool.Run run = tool.run("lesson", "00", "--at", "3", "--yes");

    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .isEqualTo(
            """
            ✓ 1. Upgrade: 2 commands
              kept what was there: 2 rows
            ✓ 2. Read: 0 commands
              wrote notes/two.txt
            00_personal_todo is where section 3 of its lesson begins
            """);
    assertThat(file("one.txt")).hasContent("typed");
    assertThat(file("notes/two.txt")).hasContent("two");
    assertThat(file("three.txt")).doesNotExist();
  }

  @Test
  void whatATerminalOfOnesOwnNeedsIsSaid() throws IOException {
    Files.writeString(
        file("README.md"),
        """
        ## 1. Begin
        <!-- terminal 2 -->
        ```console
        $ echo ready; A=1 sleep 300
        ready
        ```
        ```console
        $ BASE=localhost:${PORT:-8080} J='Content-Type: text'
        $ K=$(echo key) && true
        $ A=1 true
        $ export EAST="a b"
        $ says() { echo "$1"; }
        ```
        ## 2. Go on
        """);

    Tool.Run run = tool.run("lesson", "00", "--at", "2", "--yes");

    assertThat(run.out().replaceFirst("(?s).* is where ", ""))
        .isEqualTo(
            """
            section 2 of its lesson begins
              type in terminal 1:  BASE=localhost:${PORT:-8080} J='Content-Type: text'
              type in terminal 1:  export EAST="a b"
              type in terminal 1:  says() { echo "$1"; }
              type in terminal 2:  echo ready; A=1 sleep 300
            """);
  }

  @Test
  void aCommandThatDoesSomethingElseIsNamedAndFails() throws IOException {
    Files.writeString(file("README.md"), PAGE.replace("here: 2 rows\n```", "here: 3 rows\n```"));

    Tool.Run run = tool.run("lesson", "00", "--at", "2", "--yes");

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out())
        .contains("✗ 1. Upgrade", "README.md:7 differs", "expected  kept what was there: 3 rows");
  }

  @Test
  void withoutAnAnswerNothingIsTyped() {
    Tool.Run run = tool.run("lesson", "00", "--at", "2");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("next:  ./db lesson 00 --at 2 --yes");
    assertThat(file("one.txt")).doesNotExist();
    assertThat(tool.run("lesson", "00", "--at", "9", "--yes").err())
        .contains("the lesson has no section 9 to go to: there are 2 to 3");
  }

  private Path file(String name) {
    return root.resolve("workshop/00_personal_todo").resolve(name);
  }
}
