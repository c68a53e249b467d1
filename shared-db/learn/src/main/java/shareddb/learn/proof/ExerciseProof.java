package shareddb.learn.proof;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import shareddb.learn.check.CheckRun;
import shareddb.learn.check.ExerciseReport;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.ExerciseFiles;
import shareddb.learn.exercise.InvalidExercise;
import shareddb.learn.trial.LearnServer;
import shareddb.learn.trial.TemporaryFolder;

/**
 * Proves that an exercise is right: its start fails as it should, its goal passes, each wrong
 * answer fails in its own way, and all its texts are there.
 */
public final class ExerciseProof {

  private static final int HINTS = 3;
  private static final int WRONG = 3;

  private final LearnServer server;
  private final Path cache;

  public ExerciseProof(LearnServer server, Path cache) {
    this.server = server.ofProof();
    this.cache = cache;
  }

  /**
   * Checks all answers of an exercise.
   *
   * @param listener hears each answer as soon as it is checked
   */
  public ProvenExercise of(Exercise exercise, Consumer<ProvenAnswer> listener) throws SQLException {
    List<ProvenAnswer> answers = new ArrayList<>();
    try {
      List<String> problems = new ArrayList<>(texts(exercise));
      answers.add(heard(answer(exercise, "start", expected(exercise, "start")), listener));
      answers.add(heard(answer(exercise, "goal", null), listener));
      for (String wrong : exercise.wrongAnswers()) {
        String name = "wrong/" + wrong;
        answers.add(heard(answer(exercise, name, expected(exercise, name)), listener));
      }
      problems.addAll(alike(answers));
      return new ProvenExercise(exercise, answers, problems);
    } catch (InvalidExercise e) {
      return new ProvenExercise(exercise, answers, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static ProvenAnswer heard(ProvenAnswer answer, Consumer<ProvenAnswer> listener) {
    listener.accept(answer);
    return answer;
  }

  private static ExpectedFailure expected(Exercise exercise, String layer) {
    return ExpectedFailure.in(exercise.folder().resolve(layer), exercise);
  }

  private ProvenAnswer answer(Exercise exercise, String layer, @Nullable ExpectedFailure expected)
      throws SQLException {
    Path work = TemporaryFolder.make("workshop-answer");
    try {
      if (layer.equals("start")) {
        ExerciseFiles.start(exercise, work);
      } else {
        ExerciseFiles.startWith(exercise, layer, work);
      }
      ExerciseReport report = new CheckRun(cache, entry -> {}).of(exercise, work, server);
      return new ProvenAnswer(
          layer,
          report,
          expected == null
              ? report.failure().map(f -> "it fails at  " + f.id() + ": " + ExpectedFailure.line(f))
              : expected.problem(report));
    } finally {
      TemporaryFolder.delete(work);
    }
  }

  private static List<String> texts(Exercise exercise) {
    List<String> problems = new ArrayList<>();
    exercise.title();
    if (!exercise.readme().contains("**Task.**")) {
      problems.add("README.md has no **Task.**");
    }
    int hints = exercise.hints().size();
    if (hints < HINTS) {
      problems.add("%d hints, wanted %d (## 1, ## 2, ## 3 in hints.md)".formatted(hints, HINTS));
    }
    if (exercise.solution().isBlank()) {
      problems.add("solution.md is empty");
    }
    int wrong = exercise.wrongAnswers().size();
    if (wrong < WRONG) {
      problems.add("%d wrong answers, wanted %d".formatted(wrong, WRONG));
    }
    return problems;
  }

  /** Wrong answers of which the learner would read the same line. */
  private static List<String> alike(List<ProvenAnswer> answers) {
    Map<String, String> lines = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (ProvenAnswer answer : answers) {
      Optional<String> line =
          answer.report().failure().map(f -> f.id() + ": " + ExpectedFailure.line(f));
      if (line.isPresent() && answer.name().startsWith("wrong/")) {
        String other = lines.putIfAbsent(line.get(), answer.name());
        if (other != null) {
          problems.add("%s and %s fail with the same line".formatted(other, answer.name()));
        }
      }
    }
    return problems;
  }
}
