package shareddb.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import shareddb.track.Track;

/** The tracks that are meant: one, those of a module, or all. */
final class TracksOption {

  @Parameters(
      paramLabel = TargetOptions.TRACK,
      arity = "0..1",
      description = TargetOptions.TRACK_IS + " (else: all)")
  private @Nullable String typed;

  /** None where all are meant. */
  Optional<String> typed() {
    return Optional.ofNullable(typed);
  }

  /** One, or those of one module; or else all. */
  List<Track> in(Surroundings surroundings) {
    return typed()
        .map(name -> TypedTracks.find(name, surroundings))
        .orElseGet(() -> surroundings.workshop().tracks());
  }
}
