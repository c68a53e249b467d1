package shareddb.learn.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("no-server")
final class LessonReaderTest {

  @TempDir private Path folder;

  @Test
  void aBlockIsCutIntoCommandsAndOutputs() throws IOException {
    LessonPage page =
        read(
            """
            # A lesson
            ## 1. First
            Text.
            ```console
            $ echo one |
            > cat
            one
            $ true
            ```
            ## Your turn
            ```java
            $ not a command
            ```
            """);

    assertThat(page.sections())
        .extracting(LessonSection::title)
        .containsExactly("1. First", "Your turn");
    assertThat(page.sections()).extracting(LessonSection::number).containsExactly(1, 0);
    assertThat(page.sections().get(1).blocks()).isEmpty();
    assertThat(page.sections().get(0).blocks())
        .containsExactly(
            new LessonBlock.Console(
                5,
                1,
                List.of(
                    new LessonStep(5, "echo one |\ncat", 7, List.of("one")),
                    new LessonStep(8, "true", 9, List.of()))));
  }

  @Test
  void commentsNameTheTerminalAndTheFileAndWhatIsNotRun() throws IOException {
    LessonPage page =
        read(
            """
            ## 1. Marks
            <!-- terminal 2 -->
            ```console
            $ serve
            Ready
            ```
            <!-- file: migrations/V5__x.sql -->
            ```sql
            SELECT 1;
            ```
            <!-- not run: it takes an hour -->
            ```console
            $ sleep 3600
            ```
            <!-- terminal 2 -->
            ```console
            a line of its log
            ^C
            ```
            """);

    assertThat(page.sections().get(0).blocks())
        .containsExactly(
            new LessonBlock.Console(4, 2, List.of(new LessonStep(4, "serve", 5, List.of("Ready")))),
            new LessonBlock.WrittenFile(9, "migrations/V5__x.sql", "SELECT 1;\n"),
            new LessonBlock.Console(
                17,
                2,
                List.of(
                    new LessonStep(17, "", 17, List.of("a line of its log")),
                    new LessonStep(18, LessonStep.INTERRUPT, 19, List.of()))));
  }

  @Test
  void aSectionSaysHowToTellThatItsResultIsThere() throws IOException {
    LessonPage page =
        read("## 1. A\n<!-- result in 05/users: SELECT count(*) > 0 FROM users -->\n## 2. B\n");

    assertThat(page.sections())
        .extracting(LessonSection::results)
        .containsExactly(
            List.of(new SectionQuery("05/users", "SELECT count(*) > 0 FROM users")), List.of());
  }

  @Test
  void aMisspeltCommentIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read("## 1. A\n<!-- termnal 2 -->\n```console\n$ serve\n```\n"))
        .isInstanceOf(InvalidLesson.class)
        .hasMessageContaining("README.md:2: the comment before a block is not known");
    assertThatThrownBy(() -> read("## 1. A\n<!-- terminal 2 -->\nNo block.\n"))
        .isInstanceOf(InvalidLesson.class)
        .hasMessageContaining("has no block");
    assertThatThrownBy(() -> read("## 1. A\n```console\n$ serve\n"))
        .isInstanceOf(InvalidLesson.class)
        .hasMessageContaining("README.md:2: the block does not end");
  }

  private LessonPage read(String text) throws IOException {
    return LessonReader.read(Files.writeString(folder.resolve("README.md"), text));
  }
}
