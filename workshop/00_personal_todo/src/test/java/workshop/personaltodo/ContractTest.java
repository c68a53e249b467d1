package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;
import shareddb.webtesting.OpenApiDocument;
import shareddb.webtesting.RunningApi;
import tools.jackson.databind.JsonNode;

/** Holds the OpenAPI document, the routes and real answers against one another. */
class ContractTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();
  @RegisterExtension static final ServedTodos broken = new ServedTodos();

  private static OpenApiDocument document;
  private static List<Case> cases;

  @BeforeAll
  static void prepare() throws SQLException {
    document = OpenApiDocument.of(ApiClient.at(api.running().port()));
    cases = ContractCases.over(api);
    try (Connection admin = broken.database().admin().connect();
        Statement statement = admin.createStatement()) {
      // Every statement on the table divides by zero.
      statement.execute("ALTER TABLE \"00_personal_todo\".todos ENABLE ROW LEVEL SECURITY");
      statement.execute(
          "CREATE POLICY todos_broken ON \"00_personal_todo\".todos USING (1 / length('') = 0)");
    }
  }

  @Test
  void everyDocumentedStatusIsSeenAndFitsTheDocument() {
    Set<String> seen =
        cases.stream()
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
  void everyOperationSaysWhenItFailsOnOurSide() {
    for (Case c : successes().filter(c -> c.path().startsWith("/todos")).toList()) {
      Answer answer = c.sendTo(broken.running().port());

      answer.expectProblem(500, "internal", "log says more under");
      assertThat(answer.json().get("error_id").asString()).hasSize(36);
      document.expectFit(c.operation(), answer);
    }
  }

  @Test
  void everyOperationSaysWhenTheDatabaseIsGone() throws Exception {
    Login nowhere = api.database().admin().to(new DatabaseName("there is no such database"));
    try (RunningApi running = ServedTodos.serve(nowhere);
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Case> needing = successes().filter(c -> !c.operation().equals("GET /health")).toList();
      List<Callable<Answer>> all =
          needing.stream().<Callable<Answer>>map(c -> () -> c.sendTo(running.port())).toList();
      List<Future<Answer>> answers = requests.invokeAll(all);
      for (int i = 0; i < needing.size(); i++) {
        Answer answer = answers.get(i).get();
        answer.expectProblem(503, "unavailable", "cannot be reached");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        document.expectFit(needing.get(i).operation(), answer);
      }
    }
  }

  @Test
  void theDocumentIsSoundInItself() {
    document.expectSound();
  }

  @Test
  void theDocumentSaysWhatHoldsWhereAParameterIsLeftOut() {
    JsonNode json = api.get("/openapi.json").json();

    assertThat(json.get("servers").get(0).get("url").asString()).isEqualTo("/");
    assertThat(json.get("paths").get("/todos").get("get").findValuesAsString("default"))
        .containsExactly("false", "50");
  }

  private static Stream<Case> successes() {
    return cases.stream().filter(c -> c.status() < 300);
  }
}
