package shareddb.base.track;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other tracks of the checkout that a track is in; their files are read when first needed. */
public final class OtherTracks {

  private final Track track;
  private @Nullable Map<Track, TrackReading> read;

  OtherTracks(Track track) {
    this.track = track;
  }

  Track track() {
    return track;
  }

  /** None where the track's folder is not that of a module, as where its files are copies. */
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

  /** The folder of the modules. */
  private Optional<Path> modules() {
    Path migrations = track.migrations();
    return Optional.ofNullable(track.part().isPresent() ? migrations.getParent() : migrations)
        .map(Path::getParent)
        .filter(module -> module.endsWith(track.module().value()))
        .map(Path::getParent);
  }

  /** Readings are alike where their files are, whatever else there is. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OtherTracks others && track.equals(others.track);
  }

  @Override
  public int hashCode() {
    return Objects.hash(track);
  }
}
