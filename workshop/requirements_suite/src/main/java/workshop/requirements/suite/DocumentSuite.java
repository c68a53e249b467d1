package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shareddb.names.DatabaseName;
import shareddb.serve.Running;
import shareddb.settings.Login;
import shareddb.webtesting.Answer;
import shareddb.webtesting.Case;
import shareddb.webtesting.OpenApiDocument;

/** Holds the OpenAPI document, the routes and real answers against one another. */
public abstract class DocumentSuite {

  private final Stage stage;

  protected DocumentSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void everyDocumentedStatusIsSeenAndFitsTheDocument() {
    OpenApiDocument document = document();

    Set<String> seen =
        cases()
            .map(
                c -> {
                  Answer answer = c.send();
                  document.expectFit(c.operation(), answer);
                  assertThat(answer.status()).as(c + answer.body()).isEqualTo(c.status());
                  return c.operation() + " " + answer.status();
                })
            .collect(Collectors.toSet());

    assertThat(seen).containsExactlyInAnyOrderElementsOf(document.statuses());
  }

  @Test
  void itSaysWhenTheDatabaseIsGone() throws Exception {
    OpenApiDocument document = document();
    List<Case> good = oneOfEachKind();
    Login admin = stage.module().database().admin();
    Login nowhere = admin.to(new DatabaseName("there is no such database"));
    try (Running running = stage.module().serve(nowhere);
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> all =
          good.stream().<Callable<Answer>>map(c -> () -> c.sendTo(running.port())).toList();
      List<Future<Answer>> answers = requests.invokeAll(all);
      for (int i = 0; i < good.size(); i++) {
        Answer answer = answers.get(i).get();
        answer.expectProblem(503, "unavailable", "cannot be reached");
        document.expectFit(good.get(i).operation(), answer);
      }
    }
  }

  @Test
  void theDocumentIsSoundInItself() {
    document().expectSound();
  }

  /** Each waits for a connection for seconds, and all together still longer. */
  private List<Case> oneOfEachKind() {
    Map<String, Case> kinds = new LinkedHashMap<>();
    cases()
        .filter(c -> c.status() < 300 && c.operation().contains(stage.prefix() + "/"))
        .forEach(c -> kinds.putIfAbsent(c.operation().replaceFirst(" .*/\\w+", " "), c));
    return List.copyOf(kinds.values());
  }

  private OpenApiDocument document() {
    return OpenApiDocument.of(stage.module().client());
  }

  private Stream<Case> cases() {
    Place place = stage.newPlace();
    return Stream.concat(
        new SharedCases(stage.prefix(), place).all().stream(), stage.casesOfItsOwn(place).stream());
  }
}
