package shareddb.cli.command.proof;

import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.selection.TargetSchemaOptions;
import shareddb.cli.selection.TrackLookup;
import shareddb.postgres.build.BuildPostgres;

/**
 * The schema that a diagram shows: a target on the workshop's server, or what a track makes on a
 * server that ends with the command.
 */
final class DiagramTarget {

  @Parameters(index = "0", paramLabel = TargetOptions.TRACK, description = TargetOptions.TRACK_IS)
  private String track = "";

  @Mixin private final TargetSchemaOptions place = new TargetSchemaOptions();

  @Option(
      names = "--offline",
      description = "draw what the migrations make, on a throw-away server, whatever is applied")
  private boolean offline;

  boolean isOffline() {
    return offline;
  }

  SelectedTarget in(CommandContext context) throws SQLException {
    return offline ? thrownAway(context) : place.in("diagram", track, context);
  }

  private SelectedTarget thrownAway(CommandContext context) {
    if (place.isNarrowed()) {
      throw CommandFailure.usage(
          "--offline draws a track, not a schema",
          "type it without --schema, --tenant, --track and --database");
    }
    List<Track> tracks = TrackLookup.find(track, context);
    if (tracks.size() > 1) {
      throw TargetSchemaOptions.needsOne(
          tracks.stream().map(one -> usual(one, context)).toList(), "diagram");
    }
    SelectedTarget usual = usual(tracks.getFirst(), context);
    return new SelectedTarget(
        usual.settings(), usual.track(), usual.target().in(BuildPostgres.shared()));
  }

  private static SelectedTarget usual(Track track, CommandContext context) {
    return new SelectedTarget(
        context.settings(), track, Target.usual(context.settings().admin(), track));
  }
}
