package shareddb.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import shareddb.migrate.Histories;
import shareddb.migrate.History;
import shareddb.migrate.TrackState;
import shareddb.names.SchemaName;
import shareddb.settings.Login;
import shareddb.track.Track;
import shareddb.track.TrackReading;

/** All targets of one database, and the tracks that are applied to none: a few queries for all. */
public final class Overview {

  /** No such table: a schema went between the list and the look. */
  private static final String GONE = "42P01";

  private static final int ATTEMPTS = 3;

  private final Map<Track, TrackReading> tracks = new LinkedHashMap<>();

  private Overview(List<Track> tracks) {
    tracks.forEach(track -> this.tracks.put(track, track.readAll()));
  }

  /** Track by track; what follows none of them comes last. */
  public static List<Standing> of(Login admin, List<Track> tracks) throws SQLException {
    Overview overview = new Overview(tracks);
    try (Connection connection = admin.connect()) {
      for (int attempt = 1; ; attempt++) {
        try {
          return overview.look(connection);
        } catch (SQLException e) {
          if (attempt == ATTEMPTS || !GONE.equals(e.getSQLState())) {
            throw e;
          }
        }
      }
    }
  }

  private List<Standing> look(Connection connection) throws SQLException {
    SortedMap<SchemaName, Long> sizes = SchemaSizes.read(connection);
    Map<SchemaName, History> histories = Histories.read(connection, sizes.keySet());
    Matching matching = new Matching(tracks);
    Map<Optional<Track>, List<Standing>> byTrack = new LinkedHashMap<>();
    tracks.keySet().forEach(track -> byTrack.put(Optional.of(track), new ArrayList<>()));
    byTrack.put(Optional.empty(), new ArrayList<>());
    sizes.forEach(
        (schema, size) -> {
          History history = histories.getOrDefault(schema, new History(List.of()));
          Optional<Track> track = matching.trackOf(schema, history);
          byTrack
              .computeIfAbsent(track, t -> new ArrayList<>())
              .add(standing(track, schema, history, size));
        });
    byTrack.forEach(
        (track, standings) ->
            track.filter(t -> !t.isOfTenants()).ifPresent(t -> addUsual(t, standings)));
    return byTrack.values().stream().flatMap(List::stream).toList();
  }

  /** A track whose usual schema is not there stands at nothing; its copies come behind it. */
  private void addUsual(Track track, List<Standing> standings) {
    SchemaName usual = track.module().schema();
    List<Standing> itself = standings.stream().filter(s -> s.schema().equals(usual)).toList();
    standings.removeAll(itself);
    standings.addAll(
        0,
        itself.isEmpty()
            ? List.of(standing(Optional.of(track), usual, new History(List.of()), 0))
            : itself);
  }

  private Standing standing(Optional<Track> track, SchemaName schema, History history, long size) {
    TrackState state =
        track
            .map(tracks::get)
            .map(reading -> TrackState.of(reading, schema, history))
            .orElseGet(() -> TrackState.of(List.of(), history));
    return new Standing(track, schema, state, history, size);
  }
}
