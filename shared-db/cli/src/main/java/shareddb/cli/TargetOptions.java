package shareddb.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Settings;
import shareddb.track.Track;
import shareddb.track.TrackSearch;

/** Which track a command works with, and where. */
final class TargetOptions {

  static final String TRACK = "TRACK";
  static final String TRACK_IS = "a module's folder, or any beginning of it that no other has";

  @Parameters(index = "0", paramLabel = TRACK, description = TRACK_IS)
  private String track = "";

  @Mixin private final SchemaOption schema = new SchemaOption();

  Chosen in(Surroundings surroundings) {
    return choose(find(track, surroundings), schema, surroundings);
  }

  static Chosen choose(Track found, SchemaOption schema, Surroundings surroundings) {
    SchemaName name = schema.in(surroundings).map(SchemaName::new).orElse(found.module().schema());
    if (name.equals(SchemaName.OF_THE_TOOL)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "schema " + name.quoted() + " is the tool's own: the journal is in it",
          "choose another --schema");
    }
    Settings settings = surroundings.settings();
    return new Chosen(settings, found, new Target(settings.admin(), name));
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
