package shareddb.learn.lesson;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a page shows something else than what came: the page, the line, the command, and both. */
public record LessonDifference(
    Path file, int line, String command, @Nullable String expected, @Nullable String got) {

  /** The lines for people. */
  public List<String> text(Path root) {
    return List.of(
        "%s:%d differs".formatted(root.relativize(file), line),
        "  command   "
            + (command.isEmpty()
                ? "(output that goes on)"
                : command.lines().findFirst().orElse("")),
        "  expected  " + shown(expected),
        "  got       " + shown(got));
  }

  private static String shown(@Nullable String line) {
    return line == null ? "(nothing more)" : line;
  }
}
