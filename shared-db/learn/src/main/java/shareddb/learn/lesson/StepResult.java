package shareddb.learn.lesson;

import java.util.List;
import java.util.Optional;

/**
 * What a command of a page printed, as the page would show it, and where that differs from the
 * page.
 */
public record StepResult(
    LessonStep step, List<String> output, Optional<LessonDifference> difference) {

  public StepResult {
    output = List.copyOf(output);
  }
}
