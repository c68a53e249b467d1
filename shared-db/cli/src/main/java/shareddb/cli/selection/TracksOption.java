package shareddb.cli.selection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import shareddb.base.track.Track;
import shareddb.cli.command.CommandContext;

/** The tracks that are meant: one, those of a module, or all. */
public final class TracksOption {

  @Parameters(
      paramLabel = TargetOptions.TRACK,
      arity = "0..1",
      description = TargetOptions.TRACK_IS + " (else: all)")
  private @Nullable String typed;

  /** None where all are meant. */
  public Optional<String> typed() {
    return Optional.ofNullable(typed);
  }

  /** One, or those of one module; or else all. */
  public List<Track> in(CommandContext surroundings) {
    return typed()
        .map(name -> TrackLookup.find(name, surroundings))
        .orElseGet(() -> surroundings.workshop().tracks());
  }
}
