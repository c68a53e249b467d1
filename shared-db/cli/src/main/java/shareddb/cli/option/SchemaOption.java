package shareddb.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.cli.command.CommandContext;

/** The option {@code --schema}: works on another schema than the one named after the module. */
public final class SchemaOption {

  static final String VARIABLE = "WORKSHOP_SCHEMA";

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "NAME",
      description =
          "work on this schema (else WORKSHOP_SCHEMA, else the one named after the module)")
  private @Nullable String typed;

  /** Returns the schema from the command line only. */
  public Optional<String> typed() {
    return Optional.ofNullable(typed);
  }

  /** Returns the schema from the command line, or else from the environment. */
  public Optional<String> in(CommandContext context) {
    return typed()
        .or(
            () ->
                Optional.of(context.environment().getOrDefault(VARIABLE, ""))
                    .filter(name -> !name.isEmpty()));
  }
}
