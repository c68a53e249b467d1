package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One exercise of the workshop, worked on by commands. */
class LearnCommandTest extends SchemaCase {

  private static final String EXERCISES = "workshop/00_personal_todo/exercises";

  private static final Pattern TASK =
      Pattern.compile("column `?(\\w+)`?: .*?at most (\\d+) characters", Pattern.DOTALL);

  private Path work;

  @BeforeEach
  void exercise() throws IOException {
    Path from = TestDatabase.checkout().resolve(EXERCISES).resolve("01_add_column");
    copy(from, root.resolve(EXERCISES).resolve("01_add_column"));
    work = root.resolve("localdev/learn/00.1");
  }

  @Test
  void whatIsMissingIsSaidFirstAndTheRestWaits() throws IOException {
    Tool.Run run = learn("check", "00.1");

    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out()).contains("✗ files named").contains("wait for this one");
    JsonNode json = JsonMapper.shared().readTree(learn("check", "00.1", "--json").out());
    assertThat(json.path("passed").asBoolean(true)).isFalse();
    assertThat(learn("list").out()).contains("00.1").contains("0 of 1");
  }

  @Test
  void theSolutionIsShownOnlyToThoseWhoPassed() throws IOException {
    learn("check", "00.1");

    assertThat(learn("solution", "00.1").exit()).isNotEqualTo(ExitCode.DONE);
    assertThat(learn("hint", "00.1").exit()).isEqualTo(ExitCode.DONE);
    solve();
    assertThat(learn("check", "00.1").exit()).isEqualTo(ExitCode.DONE);

    assertThat(learn("solution", "00.1").exit()).isEqualTo(ExitCode.DONE);
    assertThat(learn("list").out()).contains("1 of 1");
  }

  @Test
  void whatWasPassedIsExportedAndImported() throws IOException {
    solve();
    assertThat(learn("check", "00.1").exit()).isEqualTo(ExitCode.DONE);
    Path export = root.resolve("mine.json");
    assertThat(learn("export", export.toString()).exit()).isEqualTo(ExitCode.DONE);
    Files.delete(root.resolve("localdev/learn/progress.json"));
    assertThat(learn("list").out()).contains("0 of 1");

    assertThat(learn("import", export.toString()).exit()).isEqualTo(ExitCode.DONE);

    assertThat(learn("list").out()).contains("1 of 1");
  }

  @Test
  void anExerciseThatCannotBeReadIsNamedWithItsLine() throws IOException {
    Path checks = root.resolve(EXERCISES).resolve("01_add_column/checks.yaml");
    Files.writeString(checks, Files.readString(checks) + "nonsense: true\n");

    Tool.Run run = learn("check", "00.1");

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("checks.yaml").contains("nonsense").doesNotContain("--debug");
  }

  private Tool.Run learn(String... arguments) {
    return tool.run(Stream.concat(Stream.of("learn"), Stream.of(arguments)).toArray(String[]::new));
  }

  /** The right answer's files, with the names and numbers of the learner, which the task tells. */
  private void solve() throws IOException {
    Matcher task = TASK.matcher(learn("start", "00.1").out());
    assertThat(task.find()).isTrue();
    Path goal = root.resolve(EXERCISES).resolve("01_add_column/goal");
    try (Stream<Path> files = Files.walk(goal)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(goal.relativize(file).toString(), Files.readString(file), task);
      }
    }
  }

  private void write(String name, String text, Matcher task) throws IOException {
    Path file = work.resolve(filled(name, task));
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, filled(text, task));
  }

  private static String filled(String text, Matcher task) {
    return text.replace("@{column}", task.group(1)).replace("@{length}", task.group(2));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
  }
}
