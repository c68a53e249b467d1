package shareddb.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The wish to work on another schema than the one named after the module. */
final class SchemaOption {

  static final String VARIABLE = "WORKSHOP_SCHEMA";

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "NAME",
      description =
          "work on this schema (else WORKSHOP_SCHEMA, else the one named after the module)")
  private @Nullable String typed;

  /** On the command line only. */
  Optional<String> typed() {
    return Optional.ofNullable(typed);
  }

  /** Wherever it was said. */
  Optional<String> in(Surroundings surroundings) {
    return typed()
        .or(
            () ->
                Optional.of(surroundings.environment().getOrDefault(VARIABLE, ""))
                    .filter(name -> !name.isEmpty()));
  }
}
