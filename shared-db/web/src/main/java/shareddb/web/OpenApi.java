package shareddb.web;

import com.github.victools.jsonschema.generator.SchemaBuilder;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of one module, made from its operations. */
final class OpenApi {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SchemaBuilder schemas = Schemas.generator().buildMultipleSchemaDefinitions();

  private OpenApi() {}

  static ObjectNode document(String title, String mount, List<Operation<?>> operations) {
    return new OpenApi().build(title, mount, operations);
  }

  private ObjectNode build(String title, String mount, List<Operation<?>> operations) {
    ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
    document.putObject("info").put("title", title).put("version", "1.0");
    document.putArray("servers").addObject().put("url", mount.isEmpty() ? "/" : mount);
    ObjectNode paths = document.putObject("paths");
    for (Operation<?> operation : operations) {
      paths
          .withObject("/" + pointer(operation.path()))
          .set(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas.collectDefinitions("components/schemas"));
    OpenApiSecurity.declare(components, operations);
    return document;
  }

  private ObjectNode operation(Operation<?> operation) {
    ObjectNode node = NODES.objectNode().put("summary", operation.summary());
    if (!operation.notes().isEmpty()) {
      node.put("description", operation.notes());
    }
    OpenApiSecurity.require(node, operation.guard());
    if (!operation.params().isEmpty()) {
      operation.params().forEach(param -> node.withArray("/parameters").add(parameter(param)));
    }
    if (operation.body() != null) {
      ObjectNode body = node.putObject("requestBody").put("required", true);
      body.set("content", content(operation.body().content()));
    }
    ObjectNode responses = node.putObject("responses");
    responses.set(String.valueOf(operation.success().status()), success(operation.success()));
    failures(operation).forEach((status, text) -> responses.set(status, failure(text)));
    return node;
  }

  private static ObjectNode parameter(Param<?> param) {
    boolean inPath = param.place() == Param.Place.PATH;
    ObjectNode node =
        NODES
            .objectNode()
            .put("name", param.name())
            .put("in", inPath ? "path" : "query")
            .put("description", param.description())
            .put("required", inPath);
    ObjectNode schema = param.type().schema().deepCopy();
    if (param.byDefault() != null) {
      schema.putPOJO("default", param.byDefault());
    }
    node.set("schema", schema);
    return node;
  }

  private ObjectNode success(Operation.Success success) {
    ObjectNode node = NODES.objectNode().put("description", success.description());
    success
        .headers()
        .forEach(
            (name, text) ->
                node.withObject("/headers/" + name)
                    .put("description", text)
                    .putObject("schema")
                    .put("type", "string"));
    if (success.content() != null) {
      node.set("content", content(success.content()));
    }
    return node;
  }

  private ObjectNode failure(String text) {
    ObjectNode node = NODES.objectNode().put("description", text);
    node.set("content", content(Problem.MEDIA_TYPE, schema(Problem.class)));
    return node;
  }

  private ObjectNode content(Content content) {
    return content(
        content.mediaType(),
        switch (content) {
          case Content.OfJson(var type, var paged) when paged -> schema(Page.class, type);
          case Content.OfJson(var type, var paged) -> schema(type);
          case Content.OfText text -> NODES.objectNode().put("type", "string");
        });
  }

  private static ObjectNode content(String mediaType, ObjectNode schema) {
    ObjectNode content = NODES.objectNode();
    content.putObject(mediaType).set("schema", schema);
    return content;
  }

  private ObjectNode schema(Type type, Type... parameters) {
    return schemas.createSchemaReference(type, parameters);
  }

  /** What this route may fail with, and what every route may fail with: by status, in order. */
  private static Map<String, String> failures(Operation<?> operation) {
    Map<ProblemType, String> all = new EnumMap<>(ProblemType.class);
    all.put(ProblemType.BAD_REQUEST, "A parameter or the body does not fit; nothing was done.");
    if (operation.guard() != null) {
      all.put(ProblemType.UNAUTHENTICATED, "The request does not show who is asking.");
    }
    Content answer = operation.success().content();
    if (answer != null) {
      all.put(ProblemType.NOT_ACCEPTABLE, "The request does not accept " + answer.shown() + ".");
    }
    Body<?> body = operation.body();
    if (body != null) {
      all.put(ProblemType.TOO_LARGE, "The body is larger than " + body.maxBytes() + " bytes.");
      all.put(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The body is not declared as " + body.content().shown() + ".");
    }
    all.put(ProblemType.INTERNAL, "Something went wrong on our side.");
    all.put(ProblemType.UNAVAILABLE, "The database does not answer; Retry-After says when to try.");
    all.putAll(operation.failures());
    Map<String, String> byStatus = new TreeMap<>();
    all.forEach(
        (type, text) ->
            byStatus.merge(
                String.valueOf(type.status()), text, (one, other) -> one + " Or: " + other));
    return byStatus;
  }

  private static String pointer(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  static byte[] bytes(ObjectNode document) {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }
}
