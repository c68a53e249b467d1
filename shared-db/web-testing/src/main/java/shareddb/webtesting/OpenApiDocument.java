package shareddb.webtesting;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an API says of itself, to hold real answers against. */
public record OpenApiDocument(JsonNode document) {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Answers that need a fault of the server, or of what is behind it. */
  private static final Set<String> FAULTS = Set.of("500", "503", "504");

  /** Refusals by the server itself: every operation has them, one test of the server sees them. */
  private static final Set<String> OF_SERVER = Set.of("408", "414", "421", "431");

  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  public static OpenApiDocument of(ApiClient client) {
    return new OpenApiDocument(client.within("").get("/openapi.json").json());
  }

  /** Each operation with each of its statuses, {@code GET /todos 200}, but for faults. */
  public Set<String> statuses() {
    return document.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .flatMap(operation -> statuses(path.getKey(), operation)))
        .collect(Collectors.toSet());
  }

  /** The answer's status is documented for the operation, and its body fits the schema. */
  public void expectFit(String operation, Answer answer) {
    JsonNode response = operation(operation).get("responses").path("" + answer.status());
    assertThat(response.isObject()).as(operation + " documents " + answer.status()).isTrue();
    if (!response.has("content")) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    JsonNode schema = response.get("content").path(type).path("schema");
    assertThat(schema.isObject()).as(operation + " documents " + type).isTrue();
    if (type.endsWith("json")) {
      expectFit(operation + " " + answer.status(), schema, answer.json());
    }
    response
        .path("headers")
        .properties()
        .forEach(
            header -> {
              if (header.getValue().path("required").asBoolean()) {
                String name = header.getKey();
                assertThat(answer.header(name)).as(operation + " " + name).isNotEmpty();
              }
            });
  }

  /** References lead somewhere, schemas are schemas, and each path's parameters are declared. */
  public void expectSound() {
    assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
    JsonNode schemas = document.get("components").get("schemas");
    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref ->
                assertThat(schemas.propertyNames())
                    .contains(ref.replace("#/components/schemas/", "")));
    Schema draft =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    schemas
        .properties()
        .forEach(s -> assertThat(draft.validate(s.getValue())).as(s.getKey()).isEmpty());
    document
        .get("paths")
        .properties()
        .forEach(path -> expectDeclared(path.getKey(), path.getValue()));
  }

  private void expectFit(String what, JsonNode schema, JsonNode body) {
    ObjectNode whole = schema.deepCopy().asObject();
    whole.set("components", document.get("components"));
    assertThat(
            REGISTRY
                .getSchema(whole)
                .validate(
                    body, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true))))
        .as(what)
        .isEmpty();
  }

  private static void expectDeclared(String path, JsonNode operations) {
    Set<String> inPath =
        IN_PATH.matcher(path).results().map(m -> m.group(1)).collect(Collectors.toSet());
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

  private static Stream<String> statuses(String path, Map.Entry<String, JsonNode> operation) {
    String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path + " ";
    return operation.getValue().get("responses").propertyNames().stream()
        .filter(status -> !FAULTS.contains(status) && !OF_SERVER.contains(status))
        .map(status -> name + status);
  }

  private JsonNode operation(String methodAndPath) {
    String[] parts = methodAndPath.split(" ", 2);
    return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
  }
}
