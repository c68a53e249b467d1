package shareddb.learn.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small page that is run in a temporary folder: as it is, and broken in one place. */
@Tag("long")
@Tag("no-server")
final class LessonRunnerTest {

  private static final String PAGE =
      """
      # A page
      ## 1. A file and a variable
      <!-- file: data/todos.csv -->
      ```csv
      id,title
      1,Read
      ```
      ```console
      $ BASE=localhost:${PORT:-8080}
      $ cat data/todos.csv
      id,title
      1,Read
      $ echo http://$BASE/ 2026-11-30 $(pwd)
      http://localhost:8080/ 2026-01-01 ~/schema-per-project
      ```
      ## 2. Exit codes
      ```console
      $ sh -c 'exit 3'
      $ echo $?
      3
      $ sh -c 'echo "error: no such thing"; exit 1'
      error: no such thing
      ```
      ## 3. Another terminal
      <!-- terminal 2 -->
      ```console
      $ sh serve.sh
      starting
      …
      Ready: http://localhost:8080/
      ```
      ```console
      $ touch asked
      ```
      <!-- terminal 2 -->
      ```console
      WARN  slow statement, 12 ms
      ^C
      $ echo again
      again
      ```
      """;

  private static final String SERVER =
      """
      echo starting
      echo one; echo two
      echo "Ready: http://localhost:$PORT/"
      while [ ! -e asked ]; do sleep 0.05; done
      echo 'INFO  something else'
      echo 'WARN  slow statement, 4005 ms'
      echo 'INFO  more'
      sleep 600
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeServer() throws IOException {
    Files.writeString(folder.resolve("serve.sh"), SERVER);
  }

  @Test
  void aPageThatShowsWhatComesOutHasNoDifference() throws Exception {
    assertThat(differences(PAGE)).isEmpty();
  }

  @Test
  void aWrongPortIsFound() throws Exception {
    assertThat(differences(PAGE.replace("http://localhost:8080/ ", "http://localhost:8095/ ")))
        .containsExactly("README.md:14 http://localhost:8080/ 2026-11-30 ~/schema-per-project");
  }

  @Test
  void anotherOutputIsFound() throws Exception {
    assertThat(differences(PAGE.replace("\n1,Read\n$ ", "\n1,Write\n$ ")))
        .containsExactly("README.md:12 1,Read");
  }

  @Test
  void aRenamedColumnIsFound() throws Exception {
    assertThat(differences(PAGE.replaceFirst("id,title", "id,name")))
        .containsExactly("README.md:11 id,name");
  }

  @Test
  void aWrongExitCodeIsFound() throws Exception {
    assertThat(differences(PAGE.replace("\n3\n", "\n0\n"))).containsExactly("README.md:20 3");
    assertThat(differences(PAGE.replace("$ echo $?\n3\n", "")))
        .containsExactly("README.md:18 exit code 3, which the page does not show");
  }

  @Test
  void aMissingLineIsFound() throws Exception {
    assertThat(differences(PAGE.replace("error: no such thing\n```", "```")))
        .containsExactly("README.md:22 error: no such thing");
  }

  @Test
  void aLogLineThatNeverComesIsFound() throws Exception {
    assertThat(differences(PAGE.replace("slow statement, 12", "slow query, 12")))
        .singleElement()
        .asString()
        .startsWith("README.md:37 ");
  }

  @Test
  void aDifferenceIsWrittenIntoThePageAndNothingElse() throws Exception {
    Path page = folder.resolve("README.md");
    List<StepResult> results = run(PAGE.replace("\n1,Read\n$ ", "\n1,Write\n2,More\n$ "));

    new LessonRecorder(page).write(results);

    assertThat(page).hasContent(PAGE);
  }

  private List<String> differences(String text) throws IOException, InterruptedException {
    return run(text).stream()
        .flatMap(result -> result.difference().stream())
        .map(d -> "%s:%d %s".formatted(d.file().getFileName(), d.line(), d.got()))
        .toList();
  }

  private List<StepResult> run(String text) throws IOException, InterruptedException {
    Files.deleteIfExists(folder.resolve("asked"));
    LessonPage page = LessonReader.read(Files.writeString(folder.resolve("README.md"), text));
    var place = new LessonPlace(folder.toRealPath(), 5555, 18888, 5556, true);
    List<StepResult> results = new ArrayList<>();
    try (var runner = new LessonRunner(place, page, folder, Duration.ofSeconds(20))) {
      for (LessonSection section : page.sections()) {
        results.addAll(runner.run(section));
      }
    }
    return results;
  }
}
