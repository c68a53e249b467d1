package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import shareddb.webtesting.Answer;

/** What happens in one project is no matter of another, not of its speed either. */
public abstract class NeighboursSuite {

  private static final int CROWD = 20;

  private final Stage stage;

  protected NeighboursSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void whereAllWaitInOneProjectAnotherIsServed() throws Exception {
    Place busy = stage.newPlace();
    Place quiet = stage.newPlace();
    List<Integer> statuses = new ArrayList<>();

    try (ExecutorService crowd = Executors.newFixedThreadPool(CROWD)) {
      CompletionService<Answer> answers = new ExecutorCompletionService<>(crowd);
      try (AutoCloseable held = stage.holdWriters(busy)) {
        for (int i = 0; i < CROWD; i++) {
          answers.submit(() -> busy.editor().post("/requirements", Map.of("title", "a")));
        }
        // Its own share is used up, and not the pool, for which one would wait much longer.
        Answer first = answers.take().get();
        first.expectProblem(503, "overloaded", "for the same");
        assertThat(first.header("Retry-After")).isNotEmpty();
        statuses.add(first.status());
        quiet.viewer().get("/requirements").expect(200);
        quiet.editor().post("/requirements", Map.of("title", "b")).expect(201);
        assertThat(held).isNotNull();
      }
      while (statuses.size() < CROWD) {
        statuses.add(answers.take().get().status());
      }
    }

    assertThat(statuses).containsOnly(201, 503);
    assertThat(busy.keys("")).hasSize((int) statuses.stream().filter(s -> s == 201).count());
  }
}
