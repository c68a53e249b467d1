package shareddb.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import shareddb.track.Track;

/** The one track that is meant, or all of them. */
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

  Optional<Track> one(Surroundings surroundings) {
    return typed().map(name -> TargetOptions.find(name, surroundings));
  }

  List<Track> in(Surroundings surroundings) {
    return one(surroundings).map(List::of).orElseGet(() -> surroundings.workshop().tracks());
  }
}
