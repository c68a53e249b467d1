package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.testing.TestDatabase;

/** The README and the tool's reference show commands that exist, with options that exist. */
@Tag("no-server")
class DocumentedCommandsTest {

  /** A command of the tool up to where the shell or the text goes on with something else. */
  private static final Pattern COMMAND =
      Pattern.compile("\\./db ((?:\"[^\"\n]*\"|'[^'\n]*'|[^\"'`|;&)<>\n])+)");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** Names that a reader fills in: {@code ./db COMMAND --help}. */
  private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z]+");

  static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path document : documents()) {
      for (String line : Files.readAllLines(document)) {
        // Inside of a block only what is typed, not what the tool has printed.
        if (line.startsWith("$ ") || line.contains("`./db ")) {
          COMMAND
              .matcher(line)
              .results()
              .map(match -> match.group(1).strip())
              .forEach(commands::add);
        }
      }
    }
    return commands.stream().distinct().filter(c -> !PLACEHOLDER.matcher(c).lookingAt()).toList();
  }

  @Test
  void theyAreMany() throws IOException {
    assertThat(commands()).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void exists(String typed) {
    List<String> words =
        WORD.matcher(typed).results().map(DocumentedCommandsTest::unquoted).toList();
    assertThatCode(() -> parse(words)).as("./db " + typed).doesNotThrowAnyException();
  }

  @Test
  void theReferenceShowsTheHelpAsItIs() throws IOException {
    Path root = TestDatabase.checkout();
    Tool.Run help = new Tool(root, Map.of("LANG", "C.UTF-8"), Terminal.Streams.named("")).run();
    assertThat(help.exit()).isEqualTo(ExitCode.DONE);
    assertThat(root.resolve("shared-db/docs/tool.md")).content().contains("$ ./db\n" + help.out());
  }

  private static void parse(List<String> words) {
    String name = words.getFirst();
    List<String> rest = words.subList(1, words.size());
    Commands command = Commands.named(name).orElseThrow();
    Optional<CommandGroup> group = CommandGroup.of(command);
    if (group.isPresent() && !CommandGroup.isMeantAlone(rest)) {
      ParsedCommandLine.parse(group.get().named(rest.getFirst()), rest.subList(1, rest.size()));
      return;
    }
    // A text that speaks of a command names it alone.
    if (!rest.isEmpty()) {
      ParsedCommandLine.parse(command, rest);
    }
  }

  private static String unquoted(MatchResult word) {
    return Stream.of(1, 2, 3).map(word::group).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  private static List<Path> documents() throws IOException {
    Path root = TestDatabase.checkout();
    try (Stream<Path> files = Files.walk(root.resolve("shared-db/docs"))) {
      return Stream.concat(Stream.of(root.resolve("README.md")), files)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
