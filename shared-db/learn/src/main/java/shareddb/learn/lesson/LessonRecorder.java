package shareddb.learn.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the outputs that came into a page, in the place of those that differ. */
final class LessonRecorder {

  private final Path page;
  private final List<String> read;

  LessonRecorder(Path page) throws IOException {
    this.page = page;
    this.read = Files.readAllLines(page);
  }

  /** Writes the page as it was read, with all of these results. */
  void write(List<StepResult> results) throws IOException {
    List<String> lines = new ArrayList<>(read);
    // From the end on: the numbers of the lines before stay as they are.
    results.stream()
        .filter(result -> result.difference().isPresent())
        .sorted(Comparator.comparingInt((StepResult r) -> r.step().outputLine()).reversed())
        .forEach(result -> replace(lines, result));
    Files.write(page, lines);
  }

  private static void replace(List<String> lines, StepResult result) {
    int begin = result.step().outputLine() - 1;
    List<String> shown = lines.subList(begin, begin + result.step().output().size());
    shown.clear();
    shown.addAll(OutputMask.withoutProgress(result.output()));
  }
}
