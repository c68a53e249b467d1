package shareddb.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.MimeTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Reads a JSON body into a record. What the document says of it is what is checked: a body that
 * binds at once is good, and for any other the schema tells everything that is wrong with it.
 */
final class BodyReader<B> {

  static final int MAX_BYTES = 64 * 1024;

  /** Of a body that is too large, so much is taken in before the answer. */
  private static final long SWALLOWED_BYTES = 8 * 1024 * 1024;

  private static final Set<String> MEDIA_TYPES =
      Set.of("application/json", "application/merge-patch+json");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Schema schema;
  private final ObjectReader reader;
  private final ObjectReader strictReader;

  BodyReader(Class<B> type) {
    schema = REGISTRY.getSchema(Schemas.generator().generateSchema(type));
    reader = Json.mapper().readerFor(type);
    strictReader = Json.strictMapper().readerFor(type);
  }

  B read(Context context) {
    byte[] bytes = bytes(context);
    checkMediaType(context.header("Content-Type"));
    checkCoding(context.header("Content-Encoding"));
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

  private static void checkMediaType(@Nullable String header) {
    String declared = header == null ? "" : header;
    String type = MimeTypes.getContentTypeWithoutCharset(declared);
    String charset = MimeTypes.getCharsetFromContentType(declared);
    if (type == null
        || !MEDIA_TYPES.contains(type)
        || (charset != null && !charset.equals("utf-8"))) {
      throw ProblemException.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          (header == null ? "There is no Content-Type" : "The Content-Type is " + header)
              + "; send the body as application/json in UTF-8");
    }
  }

  /** Bytes that are packed are no JSON, and guessing that they are not packed is no better. */
  private static void checkCoding(@Nullable String coding) {
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw ProblemException.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The Content-Encoding is " + coding + "; send the body as it is, without one");
    }
  }

  private static byte[] bytes(Context context) {
    boolean asksFirst = context.header("Expect") != null;
    if (asksFirst && context.req().getContentLengthLong() > MAX_BYTES) {
      throw tooLarge();
    }
    try (InputStream stream = context.req().getInputStream()) {
      byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        swallow(stream);
        throw tooLarge();
      }
      return bytes;
    } catch (IOException e) {
      throw cutShort(e);
    }
  }

  /** The client's doing, and no failure of ours: it stopped sending, or has gone. */
  private static ProblemException cutShort(IOException e) {
    return e.getCause() instanceof TimeoutException
        ? ProblemException.of(ProblemType.TOO_SLOW, "The rest of the body did not come in time")
        : ProblemException.of(
            ProblemType.BAD_REQUEST, "The body breaks off, or is not sent as HTTP says");
  }

  /** Who is cut off while still sending does not get to see the answer. */
  private static void swallow(InputStream stream) throws IOException {
    long left = SWALLOWED_BYTES;
    for (long skipped = -1; left > 0 && skipped != 0; left -= skipped) {
      skipped = stream.skip(left);
    }
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        ProblemType.TOO_LARGE, "The body is larger than " + MAX_BYTES + " bytes");
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
