package shareddb.web.check;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.json.JavalinJackson3;
import io.javalin.json.JsonMapper;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import shareddb.web.json.Json;
import shareddb.web.problem.InvalidRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * Javalin's JSON mapper, by Jackson 3. A body that {@code ctx.bodyAsClass} reads is held against
 * the JSON schema of its record first, and an error names every field that is wrong.
 */
// Javalin's interface has the type parameter only in the result.
@SuppressWarnings("TypeParameterUnusedInFormals")
public final class StrictJson implements JsonMapper {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JavalinJackson3 jackson = new JavalinJackson3(Json.mapper(), true);
  private final Map<Type, Schema> schemas = new ConcurrentHashMap<>();

  @Override
  public String toJsonString(Object value, Type type) {
    return jackson.toJsonString(value, type);
  }

  @Override
  public InputStream toJsonStream(Object value, Type type) {
    return jackson.toJsonStream(value, type);
  }

  @Override
  public void writeToOutputStream(Stream<?> stream, OutputStream out) {
    jackson.writeToOutputStream(stream, out);
  }

  @Override
  public <T> T fromJsonString(String json, Type type) {
    return bind(parse(json), type);
  }

  @Override
  public <T> T fromJsonStream(InputStream json, Type type) {
    return bind(parse(json), type);
  }

  private <T> T bind(JsonNode tree, Type type) {
    List<Error> errors = faults(tree, schemas.computeIfAbsent(type, StrictJson::schema));
    if (!errors.isEmpty()) {
      throw InvalidRequest.body(errors.stream().map(BodyErrors::of).distinct().toList());
    }
    try {
      return Json.mapper().readerFor(Json.mapper().constructType(type)).readValue(tree);
    } catch (JacksonException e) {
      throw InvalidRequest.body(List.of(BodyErrors.of(e)));
    }
  }

  /** A number such as 1e400 is infinite as a double, and the schema cannot compare it. */
  private static List<Error> faults(JsonNode tree, Schema schema) {
    try {
      return schema.validate(tree);
    } catch (JacksonException e) {
      throw InvalidRequest.malformedJson("A number is larger than any that is read here");
    }
  }

  private static Schema schema(Type type) {
    return REGISTRY.getSchema(RecordSchemas.ofRequests(List.of(type)).generateSchema(type));
  }

  private static JsonNode parse(String json) {
    if (json.isEmpty()) {
      throw InvalidRequest.malformedJson("There is no body");
    }
    try {
      return Json.mapper().readTree(json);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private static JsonNode parse(InputStream json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private static InvalidRequest malformed(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return InvalidRequest.malformedJson(BodyErrors.firstLine(e.getOriginalMessage()) + where);
  }
}
