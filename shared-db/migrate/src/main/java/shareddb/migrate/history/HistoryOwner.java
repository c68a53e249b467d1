package shareddb.migrate.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;

/** Finds the track that a history follows, by the names of the scripts and their checksums. */
public final class HistoryOwner {

  private final List<HistoryRow> rows;

  public HistoryOwner(Collection<HistoryRow> rows) {
    this.rows =
        rows.stream().filter(row -> row.version().isPresent() && !row.isBaseline()).toList();
  }

  /**
   * The track with the most identical files. If no track has one, a track that has files with all
   * these names.
   */
  public Optional<Track> among(Map<Track, TrackReading> tracks) {
    return best(tracks, track -> sameFiles(track) > 0 || knowsAll(track));
  }

  /** The track with the most identical files. Names alone do not count. */
  public Optional<Track> amongFilesOf(Map<Track, TrackReading> tracks) {
    return best(tracks, track -> sameFiles(track) > 0);
  }

  private Optional<Track> best(
      Map<Track, TrackReading> tracks, Predicate<TrackReading> isCandidate) {
    return tracks.keySet().stream()
        .filter(track -> isCandidate.test(read(tracks, track)))
        .max(
            Comparator.<Track>comparingLong(track -> sameFiles(read(tracks, track)))
                .thenComparingLong(track -> sameNames(read(tracks, track))));
  }

  /**
   * A problem if the rows belong to another track. If the schema's name says that it is the
   * track's, one script name of the track is enough, whatever its text.
   */
  Optional<HistoryProblem> foreignTo(TrackReading track, SchemaName schema) {
    boolean isNamedAfterIt = track.isNamedIn(schema);
    boolean hasNone = sameNames(track) == 0;
    if (rows.isEmpty()
        || sameFiles(track, rows.subList(0, 1)) > 0
        || (isNamedAfterIt && !hasNone)) {
      return Optional.empty();
    }
    Map<Track, TrackReading> others = track.others().read();
    Optional<Track> owner =
        among(others).filter(other -> hasNone || sameFiles(read(others, other)) > sameFiles(track));
    boolean isForeign = owner.isPresent() || (hasNone && !isNamedAfterIt);
    return isForeign
        ? Optional.of(new HistoryProblem.OfAnotherTrack(owner, rows))
        : Optional.empty();
  }

  private static TrackReading read(Map<Track, TrackReading> tracks, Track track) {
    return Objects.requireNonNull(tracks.get(track), track::label);
  }

  private boolean knowsAll(TrackReading track) {
    return !rows.isEmpty() && sameNames(track) == rows.size();
  }

  private long sameNames(TrackReading track) {
    return rows.stream()
        .filter(row -> track.migrations().stream().anyMatch(m -> m.script().equals(row.script())))
        .count();
  }

  private long sameFiles(TrackReading track) {
    return sameFiles(track, rows);
  }

  private static long sameFiles(TrackReading track, List<HistoryRow> rows) {
    return rows.stream()
        .filter(row -> track.migrations().stream().anyMatch(m -> isFileOf(row, m)))
        .count();
  }

  private static boolean isFileOf(HistoryRow row, Migration migration) {
    return row.script().equals(migration.script())
        && row.checksum().equals(OptionalInt.of(migration.checksum()));
  }
}
