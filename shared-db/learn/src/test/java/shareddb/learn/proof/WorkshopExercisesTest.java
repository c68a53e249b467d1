package shareddb.learn.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.track.Workshop;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.Exercises;
import shareddb.learn.trial.LearnServer;
import shareddb.testing.TestDatabase;

/** Every exercise of the workshop proves itself. */
@Tag("long")
@Tag("exercises")
final class WorkshopExercisesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir Path cache;

  @TestFactory
  List<DynamicTest> startsFailAndGoalsPassAndWrongAnswersAreToldApart() throws SQLException {
    LearnServer server = LearnServer.of(DATABASE.admin());
    Workshop workshop = Workshop.at(TestDatabase.checkout());
    List<DynamicTest> tests = new ArrayList<>();
    // Each learner has other names and numbers.
    for (String learner : System.getProperty("workshop.learners", "ann").split(",", -1)) {
      for (Exercise exercise : Exercises.of(workshop, learner).all()) {
        tests.add(
            DynamicTest.dynamicTest(
                exercise.id() + " for " + learner, () -> isProven(exercise, server)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private void isProven(Exercise exercise, LearnServer server) throws SQLException {
    ProvenExercise proven = new ExerciseProof(server, cache).of(exercise, answer -> {});

    List<String> problems = new ArrayList<>(proven.problems());
    proven.answers().forEach(a -> a.problem().ifPresent(p -> problems.add(a.name() + ": " + p)));
    assertThat(problems).isEmpty();
    assertThat(proven.answers()).hasSizeGreaterThanOrEqualTo(5);
  }
}
