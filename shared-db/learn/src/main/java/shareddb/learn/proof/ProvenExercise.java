package shareddb.learn.proof;

import java.util.List;
import shareddb.learn.exercise.Exercise;

/**
 * The proof of one exercise.
 *
 * @param problems of its texts: a hint or a solution that is missing, two wrong answers that look
 *     alike
 */
public record ProvenExercise(Exercise exercise, List<ProvenAnswer> answers, List<String> problems) {

  public ProvenExercise {
    answers = List.copyOf(answers);
    problems = List.copyOf(problems);
  }

  public boolean proven() {
    return problems.isEmpty() && answers.stream().allMatch(a -> a.problem().isEmpty());
  }
}
