package shareddb.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Settings;
import shareddb.track.Track;
import shareddb.track.TrackSearch;

/** Which track a command works with, and where. */
final class TargetOptions {

  static final String SCHEMA_VARIABLE = "WORKSHOP_SCHEMA";

  @Parameters(
      index = "0",
      paramLabel = "TRACK",
      description = "a module's folder, or any beginning of it that no other has")
  private String track = "";

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "NAME",
      description =
          "work on this schema (else WORKSHOP_SCHEMA, else the one named after the module)")
  private @Nullable String schema;

  Chosen in(Surroundings surroundings) {
    return choose(track, Optional.ofNullable(schema), surroundings);
  }

  static Chosen choose(String track, Optional<String> schema, Surroundings surroundings) {
    Track found = find(track, surroundings);
    SchemaName usual = found.module().schema();
    SchemaName name =
        schema.or(() -> fromEnvironment(surroundings)).map(SchemaName::new).orElse(usual);
    if (name.equals(SchemaName.OF_THE_TOOL)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "schema " + name.quoted() + " is the tool's own: the journal is in it",
          "choose another --schema");
    }
    Settings settings = surroundings.settings();
    return new Chosen(settings, found, new Target(settings.admin(), name));
  }

  private static Optional<String> fromEnvironment(Surroundings surroundings) {
    return Optional.of(surroundings.environment().getOrDefault(SCHEMA_VARIABLE, ""))
        .filter(name -> !name.isEmpty());
  }

  static Track find(String typed, Surroundings surroundings) {
    return switch (surroundings.workshop().find(typed)) {
      case TrackSearch.Found(Track track) -> track;
      case TrackSearch.Ambiguous(List<String> labels) ->
          throw new CommandFailure(
              ExitCode.USAGE,
              "\"" + typed + "\" could be any of " + String.join(", ", labels),
              "type more of its name");
      case TrackSearch.Unknown(Optional<String> nearest, List<String> labels) ->
          throw new CommandFailure(
              ExitCode.USAGE,
              "there is no track \"" + typed + "\"; there is " + String.join(", ", labels),
              nearest.map(label -> "did you mean  " + label + "  ?").orElse("./db status"));
    };
  }
}
