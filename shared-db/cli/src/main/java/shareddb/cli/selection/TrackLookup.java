package shareddb.cli.selection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.track.Track;
import shareddb.base.track.TrackSearch;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.tenants.registry.TenantModule;

/** Finds tracks by the name that the user typed. */
public final class TrackLookup {

  private TrackLookup() {}

  /** Returns one track, or all tracks of a module that has several. */
  public static List<Track> find(String typed, CommandContext context) {
    return switch (context.workshop().find(typed)) {
      case TrackSearch.Found(Track track) -> List.of(track);
      case TrackSearch.WholeModule(List<Track> tracks) -> tracks;
      case TrackSearch.Ambiguous(List<String> labels) ->
          throw CommandFailure.usage(
              "\"" + typed + "\" could be any of " + String.join(", ", labels),
              "type more of its name");
      case TrackSearch.Unknown(Optional<String> nearest, List<String> labels) ->
          throw CommandFailure.usage(
              "there is no track \"" + typed + "\"; there is " + String.join(", ", labels),
              nearest.map(label -> "did you mean  " + label + "  ?").orElse("./db status"));
    };
  }

  /**
   * Returns the tracks of this name. If a part is given, returns only the track whose part begins
   * with it.
   */
  static List<Track> find(String typed, Optional<String> part, CommandContext context) {
    List<Track> found = find(typed, context);
    if (part.isEmpty()) {
      return found;
    }
    List<Track> wanted =
        found.stream().filter(track -> track.part().orElse("").startsWith(part.get())).toList();
    if (wanted.size() != 1) {
      throw CommandFailure.usage(
          "%s has no track \"%s\"; it has %s"
              .formatted(found.getFirst().module(), part.get(), labels(found)),
          "type it without --track");
    }
    return wanted;
  }

  /** Returns the tenants' tracks of the track's module, or empty if it has no tenants. */
  public static Optional<TenantModule> tenantsOf(Track track, CommandContext context) {
    return TenantModule.of(context.workshop().module(track.module()));
  }

  private static String labels(List<Track> tracks) {
    return tracks.stream().map(Track::label).collect(Collectors.joining(", "));
  }
}
