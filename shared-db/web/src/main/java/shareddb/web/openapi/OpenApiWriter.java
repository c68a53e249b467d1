package shareddb.web.openapi;

import com.github.victools.jsonschema.generator.SchemaBuilder;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shareddb.web.check.RecordSchemas;
import shareddb.web.doc.Doc;
import shareddb.web.doc.Page;
import shareddb.web.doc.RequestBody;
import shareddb.web.doc.SecurityScheme;
import shareddb.web.doc.Success;
import shareddb.web.json.Json;
import shareddb.web.problem.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the OpenAPI 3.1 document of an API from the documentation of its routes. */
final class OpenApiWriter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SchemaBuilder schemas;

  private OpenApiWriter(List<DocumentedRoute> routes) {
    schemas = RecordSchemas.ofRequests(requestTypes(routes)).buildMultipleSchemaDefinitions();
  }

  static byte[] write(String title, String prefix, List<DocumentedRoute> routes) {
    ObjectNode document = new OpenApiWriter(routes).document(title, prefix, routes);
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  private static List<Class<?>> requestTypes(List<DocumentedRoute> routes) {
    return routes.stream()
        .map(route -> route.doc().body())
        .filter(Objects::nonNull)
        .<Class<?>>flatMap(body -> Stream.ofNullable(body.type()))
        .distinct()
        .toList();
  }

  private ObjectNode document(String title, String prefix, List<DocumentedRoute> routes) {
    ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
    document.putObject("info").put("title", title).put("version", "1.0");
    document.putArray("servers").addObject().put("url", prefix.isEmpty() ? "/" : prefix);
    ObjectNode paths = document.putObject("paths");
    for (DocumentedRoute route : routes) {
      paths
          .withObject("/" + pointer(route.path()))
          .set(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas.collectDefinitions("components/schemas"));
    routes.forEach(route -> route.doc().security().forEach(s -> declare(components, s)));
    return document;
  }

  private ObjectNode operation(DocumentedRoute route) {
    Doc doc = route.doc();
    ObjectNode node = NODES.objectNode().put("summary", doc.summary());
    node.putArray("tags").add(route.tag());
    if (!doc.notes().isEmpty()) {
      node.put("description", doc.notes());
    }
    doc.security().forEach(s -> node.withArray("/security").addObject().putArray(s.name()));
    doc.parameters().forEach(p -> node.withArray("/parameters").add(ParameterWriter.write(p)));
    RequestBody body = doc.body();
    if (body != null) {
      node.putObject("requestBody").put("required", true).set("content", content(body));
    }
    ObjectNode responses = node.putObject("responses");
    responses.set(String.valueOf(doc.success().status()), success(doc.success()));
    Failures.of(doc)
        .forEach((status, text) -> responses.set(String.valueOf(status), failure(text)));
    return node;
  }

  private ObjectNode content(RequestBody body) {
    ObjectNode content = content(body.mediaType(), schema(body.type()));
    if (body.example() != null) {
      content.withObject("/" + pointer(body.mediaType())).putPOJO("example", body.example());
    }
    return content;
  }

  private ObjectNode success(Success success) {
    ObjectNode node = NODES.objectNode().put("description", success.description());
    success
        .headers()
        .forEach(
            (name, text) ->
                node.withObject("/headers/" + name)
                    .put("description", text)
                    .put("required", !success.paged())
                    .putObject("schema")
                    .put("type", "string"));
    Class<?> type = success.type();
    if (success.mediaType() != null) {
      node.set(
          "content",
          content(
              success.mediaType(),
              success.paged() && type != null
                  ? schemas.createSchemaReference(Page.class, type)
                  : schema(type)));
    }
    return node;
  }

  private ObjectNode failure(String text) {
    ObjectNode node = NODES.objectNode().put("description", text);
    node.set("content", content(Problem.MEDIA_TYPE, schema(Problem.class)));
    return node;
  }

  /** A body that is no JSON is a text. */
  private ObjectNode schema(@Nullable Type type) {
    return type == null
        ? NODES.objectNode().put("type", "string")
        : schemas.createSchemaReference(type);
  }

  private static ObjectNode content(String mediaType, ObjectNode schema) {
    ObjectNode content = NODES.objectNode();
    content.putObject(mediaType).set("schema", schema);
    return content;
  }

  private static void declare(ObjectNode components, SecurityScheme scheme) {
    ObjectNode node = components.withObject("/securitySchemes/" + scheme.name());
    node.put("description", scheme.description());
    scheme.fields().forEach(node::put);
  }

  private static String pointer(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }
}
