package shareddb.cli.selection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import shareddb.base.track.Track;
import shareddb.cli.command.CommandContext;

/**
 * The track argument of a command that works on one track, on all tracks of a module, or on all.
 */
public final class TracksOption {

  @Parameters(
      paramLabel = TargetOptions.TRACK,
      arity = "0..1",
      description = TargetOptions.TRACK_IS + " (else: all)")
  private @Nullable String typed;

  /** The argument, or empty for all tracks. */
  public Optional<String> typed() {
    return Optional.ofNullable(typed);
  }

  /** Returns one track, the tracks of one module, or all tracks. */
  public List<Track> in(CommandContext context) {
    return typed()
        .map(name -> TrackLookup.find(name, context))
        .orElseGet(() -> context.workshop().tracks());
  }
}
