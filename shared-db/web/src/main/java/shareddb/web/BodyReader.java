package shareddb.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Reads a JSON body into a record. What the document says of it is what is checked: a body that
 * binds at once is good, and for any other the schema tells everything that is wrong with it.
 */
final class BodyReader<B> implements Body<B> {

  private static final int MAX_BYTES = 64 * 1024;

  private static final Set<String> MEDIA_TYPES =
      Set.of("application/json", "application/merge-patch+json");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Class<B> type;
  private final Schema schema;
  private final ObjectReader reader;
  private final ObjectReader strictReader;

  BodyReader(Class<B> type) {
    this.type = type;
    schema = REGISTRY.getSchema(Schemas.generator().generateSchema(type));
    reader = Json.mapper().readerFor(type);
    strictReader = Json.strictMapper().readerFor(type);
  }

  @Override
  public Content content() {
    return new Content.OfJson(type, false);
  }

  @Override
  public int maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public B read(Context context) {
    byte[] bytes = BodyBytes.of(context, MAX_BYTES);
    BodyBytes.checkMediaType(context, MEDIA_TYPES, Exchange.JSON);
    return strictly(bytes).orElseGet(() -> checked(bytes));
  }

  /** Nothing where there is anything to object to, or to look at twice. */
  private Optional<B> strictly(byte[] bytes) {
    // Where null may stand, only the schema knows.
    if (bytes.length == 0 || new String(bytes, UTF_8).contains("null")) {
      return Optional.empty();
    }
    try {
      return Optional.of(strictReader.readValue(bytes));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private B checked(byte[] bytes) {
    JsonNode tree = parse(bytes);
    List<Error> errors = schema.validate(tree);
    if (!errors.isEmpty()) {
      throw ProblemException.invalidBody(errors.stream().map(BodyErrors::of).distinct().toList());
    }
    try {
      return reader.readValue(tree);
    } catch (JacksonException e) {
      throw ProblemException.invalidBody(List.of(BodyErrors.of(e)));
    }
  }

  private static JsonNode parse(byte[] bytes) {
    if (bytes.length == 0) {
      throw ProblemException.of(ProblemType.MALFORMED_JSON, "There is no body");
    }
    try {
      return Json.mapper().readTree(bytes);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw ProblemException.of(
          ProblemType.MALFORMED_JSON, BodyErrors.firstLine(e.getOriginalMessage()) + where);
    }
  }
}
