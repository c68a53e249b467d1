package shareddb.cli;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The JSON schema of SARIF 2.1.0: the file of the npm package {@code @microsoft/jest-sarif}, under
 * the MIT licence.
 */
final class SarifSchema {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(text());

  private SarifSchema() {}

  /** What is wrong with a document. */
  static List<Error> errors(String document) {
    return SCHEMA.validate(document, InputFormat.JSON);
  }

  private static String text() {
    try (InputStream file = SarifSchema.class.getResourceAsStream("sarif-2.1.0-rtm.5.json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
