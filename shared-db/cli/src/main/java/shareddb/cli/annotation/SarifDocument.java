package shareddb.cli.annotation;

import java.util.List;
import shareddb.cli.output.JsonObject;

/**
 * A document in the Static Analysis Results Interchange Format, version 2.1.0.
 *
 * @param tool the name of the tool that found the results
 * @param rules all rules that it knows
 */
public record SarifDocument(String tool, List<AnnotationRule> rules, List<Annotation> annotations) {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  public SarifDocument {
    rules = List.copyOf(rules);
    annotations = List.copyOf(annotations);
  }

  public JsonObject json() {
    return new JsonObject()
        .put("$schema", SCHEMA)
        .put("version", "2.1.0")
        .put("runs", List.of(run()));
  }

  private JsonObject run() {
    JsonObject driver =
        new JsonObject()
            .put("name", tool)
            .put("rules", rules.stream().map(SarifDocument::json).toList());
    return new JsonObject()
        .put("tool", new JsonObject().put("driver", driver))
        .put("columnKind", "utf16CodeUnits")
        .put("results", annotations.stream().map(this::json).toList());
  }

  private static JsonObject json(AnnotationRule rule) {
    return new JsonObject()
        .put("id", rule.id())
        .put("name", rule.name())
        .put("shortDescription", text(rule.text()))
        .put("defaultConfiguration", new JsonObject().put("level", rule.level()));
  }

  private JsonObject json(Annotation annotation) {
    return new JsonObject()
        .put("ruleId", annotation.rule().id())
        .put("ruleIndex", rules.indexOf(annotation.rule()))
        .put("level", annotation.level())
        .put("message", text(annotation.message() + "\nInstead:\n" + annotation.advice()))
        .put("locations", List.of(location(annotation)))
        .put("properties", new JsonObject().put("advice", annotation.advice()));
  }

  private static JsonObject location(Annotation annotation) {
    JsonObject file =
        new JsonObject()
            .put(
                "artifactLocation",
                new JsonObject().put("uri", annotation.uri()).put("uriBaseId", "%SRCROOT%"))
            .put("region", new JsonObject().put("startLine", annotation.line()));
    JsonObject location = new JsonObject().put("physicalLocation", file);
    return annotation.subject().isEmpty()
        ? location
        : location.put(
            "logicalLocations",
            List.of(new JsonObject().put("fullyQualifiedName", annotation.subject())));
  }

  private static JsonObject text(String text) {
    return new JsonObject().put("text", text);
  }
}
