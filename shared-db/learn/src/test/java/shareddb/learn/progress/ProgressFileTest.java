package shareddb.learn.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress is kept in a file, counts tries, and a passed exercise stays passed. */
@Tag("no-server")
final class ProgressFileTest {

  private static final Instant FIRST = Instant.parse("2030-01-02T03:04:05.678901Z");
  private static final Instant SECOND = FIRST.plusSeconds(60);

  @TempDir Path root;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Progress progress =
        Progress.none("ann")
            .checked(
                "00.3",
                List.of(
                    CheckRecord.passed("00.3", "files", FIRST),
                    CheckRecord.failed(
                        "00.3", "rows-2", FIRST, "changed in 7 of 7 old rows", Optional.of("ö?"))),
                false,
                FIRST)
            .hinted("00.3", 2, FIRST);
    ProgressFile file = ProgressFile.in(root);

    assertThat(file.read()).isEmpty();
    file.write(Progress.none("bob"));
    file.write(progress);

    assertThat(file.read()).contains(progress);
    try (Stream<Path> files = Files.list(root.resolve("localdev/learn"))) {
      assertThat(files).containsExactly(file.file());
    }
  }

  @Test
  void triesAreCountedAndAPassedExerciseStaysPassed() {
    Progress passed =
        Progress.none("ann")
            .checked("00.1", List.of(CheckRecord.passed("00.1", "files", FIRST)), true, FIRST);
    Progress brokenAgain =
        passed.checked(
            "00.1",
            List.of(CheckRecord.failed("00.1", "files", SECOND, "no file", Optional.empty())),
            false,
            SECOND);

    assertThat(brokenAgain.hasPassed("00.1")).isTrue();
    assertThat(brokenAgain.exercises())
        .containsExactly(new ExerciseRecord("00.1", 2, 0, Optional.of(FIRST), SECOND));
    assertThat(brokenAgain.checks())
        .containsExactly(
            new CheckRecord(
                "00.1", "files", false, 2, SECOND, Optional.of("no file"), Optional.empty()));
  }

  @Test
  void aFileWithOtherContentIsRefusedAndStays() throws IOException {
    ProgressFile file = ProgressFile.in(root);
    Files.createDirectories(root.resolve("localdev/learn"));
    for (String content :
        List.of(
            "", "{", "[]", "{\"format\":2}", "{\"format\":1}", "{\"format\":1,\"progress\":{}}")) {
      Files.writeString(file.file(), content);

      assertThatThrownBy(file::read).as(content).isInstanceOf(UnreadableProgress.class);
      assertThat(file.file()).hasContent(content);
    }
  }
}
