package shareddb.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import shareddb.migrate.History;
import shareddb.migrate.HistoryRow;
import shareddb.names.SchemaName;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.TrackReading;

/** Finds the track that a history follows: by the scripts it names, and by their checksums. */
record Matching(Map<Track, TrackReading> tracks) {

  /** A file that is the same weighs more than any number of files that are only named the same. */
  private static final int SAME_FILE = 1000;

  /** A schema named after a module is the module's own, whatever its history says. */
  Optional<Track> trackOf(SchemaName schema, History history) {
    if (schema.equals(SchemaName.OF_THE_TOOL)) {
      return Optional.empty();
    }
    List<Track> own =
        tracks.keySet().stream()
            .filter(t -> !t.isOfTenants() && t.module().schema().equals(schema))
            .toList();
    List<Track> candidates = own.isEmpty() ? List.copyOf(tracks.keySet()) : own;
    if (own.size() == 1) {
      return Optional.of(own.getFirst());
    }
    return candidates.stream()
        .filter(track -> likeness(track, history) > 0)
        .max(Comparator.comparingInt(track -> likeness(track, history)));
  }

  private int likeness(Track track, History history) {
    return history.rows().stream().mapToInt(row -> likeness(track, row)).sum();
  }

  private int likeness(Track track, HistoryRow row) {
    TrackReading reading = tracks.get(track);
    List<Migration> migrations = reading == null ? List.of() : reading.migrations();
    return migrations.stream()
        .filter(migration -> migration.script().equals(row.script()))
        .mapToInt(
            migration ->
                row.checksum().equals(OptionalInt.of(migration.checksum())) ? SAME_FILE : 1)
        .sum();
  }
}
