package shareddb.migrate.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.names.ModuleName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryOwner;

/** Finds the track of a schema: by the schema's name, or by its history. */
record TrackMatch(Map<Track, TrackReading> tracks) {

  /**
   * A schema with a module's name belongs to that module, even if its history says otherwise. If
   * there is no such module, the schema belongs to another one only if that has applied files of
   * it: many modules have a file of the same name.
   */
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
    Map<Track, TrackReading> among = new LinkedHashMap<>(tracks);
    among.keySet().retainAll(candidates);
    HistoryOwner owner = new HistoryOwner(history.rows());
    return own.isEmpty() && ModuleName.isOne(schema.value())
        ? owner.amongFilesOf(among)
        : owner.among(among);
  }
}
