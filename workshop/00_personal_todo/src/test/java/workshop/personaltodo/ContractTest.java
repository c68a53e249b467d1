package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
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
import shareddb.names.DatabaseName;
import shareddb.serve.Running;
import shareddb.settings.Login;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import workshop.personaltodo.ContractCases.Case;
import workshop.personaltodo.TodoApi.Answer;

/** Holds the OpenAPI document, the routes and real answers against one another. */
class ContractTest {

  @RegisterExtension static final TodoApi api = new TodoApi();
  @RegisterExtension static final TodoApi broken = new TodoApi();

  private static JsonNode document;
  private static List<Case> cases;

  @BeforeAll
  static void prepare() throws SQLException {
    document = api.get("/openapi.json").json();
    cases = ContractCases.over(api);
    try (Connection admin = broken.database().admin().connect();
        Statement statement = admin.createStatement()) {
      statement.execute("DROP TABLE \"00_personal_todo\".todos");
    }
  }

  @Test
  void everyDocumentedStatusIsSeenAndFitsTheDocument() {
    Set<String> seen =
        cases.stream()
            .map(
                c -> {
                  Answer answer = c.send(api.running().port(), api);
                  assertFits(c.operation(), answer);
                  assertThat(answer.status())
                      .as(c + answer.response().body())
                      .isEqualTo(c.status());
                  return c.operation() + " " + answer.status();
                })
            .collect(Collectors.toSet());

    Set<String> documented =
        documented()
            .filter(s -> !s.endsWith(" 500") && !s.endsWith(" 503"))
            .collect(Collectors.toSet());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void everyOperationSaysWhenItFailsOnOurSide() {
    for (Case c : successes().filter(c -> c.path().startsWith("/todos")).toList()) {
      Answer answer = c.send(broken.running().port(), broken);

      WrongRequestsTest.assertProblem(answer, 500, "internal", "log says more under");
      assertThat(answer.json().get("error_id").asString()).hasSize(36);
      assertFits(c.operation(), answer);
    }
  }

  @Test
  void everyOperationSaysWhenTheDatabaseIsGone() throws Exception {
    Login nowhere = api.database().admin().to(new DatabaseName("there is no such database"));
    try (Running running = TodoApi.serve(nowhere);
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Case> needing = successes().filter(c -> !c.operation().equals("GET /health")).toList();
      List<Callable<Answer>> all =
          needing.stream().<Callable<Answer>>map(c -> () -> c.send(running.port(), api)).toList();
      List<Future<Answer>> answers = requests.invokeAll(all);
      for (int i = 0; i < needing.size(); i++) {
        Answer answer = answers.get(i).get();
        WrongRequestsTest.assertProblem(answer, 503, "unavailable", "cannot be reached");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertFits(needing.get(i).operation(), answer);
      }
    }
  }

  @Test
  void theDocumentIsSoundInItself() {
    assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
    Set<String> schemas = Set.copyOf(document.get("components").get("schemas").propertyNames());
    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(schemas).contains(ref.replace("#/components/schemas/", "")));
    Schema draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    for (Map.Entry<String, JsonNode> schema :
        document.get("components").get("schemas").properties()) {
      assertThat(draft.validate(schema.getValue())).as(schema.getKey()).isEmpty();
    }
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      assertPathParametersAreDeclared(path.getKey(), path.getValue());
    }
  }

  private static void assertPathParametersAreDeclared(String path, JsonNode operations) {
    Set<String> inPath =
        java.util.regex.Pattern.compile("\\{(\\w+)}")
            .matcher(path)
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toSet());
    for (JsonNode operation : operations) {
      Set<String> declared =
          operation
              .path("parameters")
              .valueStream()
              .filter(p -> p.get("in").asString().equals("path") && p.get("required").asBoolean())
              .map(p -> p.get("name").asString())
              .collect(Collectors.toSet());
      assertThat(declared).as(path).isEqualTo(inPath);
    }
  }

  /** The answer's status is documented for the operation, and its body fits the schema. */
  private static void assertFits(String operation, Answer answer) {
    JsonNode response = operation(operation).get("responses").path(String.valueOf(answer.status()));
    assertThat(response.isObject()).as(operation + " documents " + answer.status()).isTrue();
    if (!response.has("content")) {
      assertThat(answer.response().body()).isEmpty();
      return;
    }
    JsonNode schema = response.get("content").path(answer.header("Content-Type")).path("schema");
    assertThat(schema.isObject())
        .as(operation + " documents " + answer.header("Content-Type"))
        .isTrue();
    ObjectNode whole = schema.deepCopy().asObject();
    whole.set("components", document.get("components"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(
                    answer.json(),
                    context -> context.executionConfig(c -> c.formatAssertionsEnabled(true))))
        .as(operation + " " + answer.status())
        .isEmpty();
    response
        .path("headers")
        .propertyNames()
        .forEach(name -> assertThat(answer.header(name)).as(name).isNotEmpty());
  }

  private static JsonNode operation(String methodAndPath) {
    String[] parts = methodAndPath.split(" ", 2);
    return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(java.util.Locale.ROOT));
  }

  private static Stream<String> documented() {
    return document.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .flatMap(
                        op ->
                            op.getValue().get("responses").propertyNames().stream()
                                .map(
                                    status ->
                                        op.getKey().toUpperCase(java.util.Locale.ROOT)
                                            + " "
                                            + path.getKey()
                                            + " "
                                            + status)));
  }

  private static Stream<Case> successes() {
    return cases.stream().filter(c -> c.status() < 300);
  }
}
