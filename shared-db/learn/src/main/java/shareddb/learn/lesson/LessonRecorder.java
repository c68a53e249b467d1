package shareddb.learn.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the outputs that came into a page, in the place of those that differ. */
final class LessonRecorder {

  private LessonRecorder() {}

  static void write(Path page, List<StepResult> results) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(page));
    // From the end on: the numbers of the lines before stay as they are.
    results.stream()
        .filter(result -> result.difference().isPresent())
        .sorted(Comparator.comparingInt((StepResult r) -> r.step().outputLine()).reversed())
        .forEach(
            result -> {
              LessonStep step = result.step();
              int begin = step.outputLine() - 1;
              List<String> shown = lines.subList(begin, begin + step.output().size());
              shown.clear();
              shown.addAll(OutputMask.withoutProgress(result.output()));
            });
    Files.write(page, lines);
  }
}
