package shareddb.base.track;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other tracks of a track's checkout. Their files are read on the first call. */
public final class OtherTracks {

  private final Track track;
  private @Nullable Map<Track, TrackReading> read;

  OtherTracks(Track track) {
    this.track = track;
  }

  Track track() {
    return track;
  }

  /**
   * The other tracks. Empty if the track's folder is not in a module, for example if its files are
   * copies.
   */
  public synchronized Map<Track, TrackReading> read() {
    Map<Track, TrackReading> known = read;
    if (known == null) {
      Map<Track, TrackReading> all = new LinkedHashMap<>();
      modules()
          .ifPresent(
              folder ->
                  Workshop.modulesIn(folder).stream()
                      .flatMap(module -> module.tracks().stream())
                      .filter(other -> !other.migrations().equals(track.migrations()))
                      .forEach(other -> all.put(other, other.look())));
      known = all;
      read = known;
    }
    return known;
  }

  /** The folder that contains the modules. */
  private Optional<Path> modules() {
    Path migrations = track.migrations();
    return Optional.ofNullable(track.part().isPresent() ? migrations.getParent() : migrations)
        .map(Path::getParent)
        .filter(module -> module.endsWith(track.module().value()))
        .map(Path::getParent);
  }

  /** Two objects are equal if their tracks are, so that readings of the same files are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OtherTracks others && track.equals(others.track);
  }

  @Override
  public int hashCode() {
    return Objects.hash(track);
  }
}
