package shareddb.migrate.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryReader;
import shareddb.migrate.history.HistoryReads;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;

/**
 * Lists all targets of the workshop's database and of the databases that tracks have of their own.
 * It also lists tracks without a target. It needs a few queries for each database.
 */
public final class TargetOverview {

  /** The SQLSTATE of a missing table: a schema was dropped between the two queries. */
  private static final String GONE = "42P01";

  private static final String NO_SUCH_DATABASE = "3D000";

  private static final int ATTEMPTS = 3;

  private final DatabaseName database;
  private final Map<Track, TrackReading> tracks = new LinkedHashMap<>();

  private TargetOverview(DatabaseName database, List<Track> tracks) {
    this.database = database;
    tracks.forEach(track -> this.tracks.put(track, track.readAll()));
  }

  /** The targets in the order of the tracks. Targets that follow no track come last. */
  public static List<TargetStatus> of(Login admin, List<Track> tracks) throws SQLException {
    Map<Login, List<Track>> byDatabase = new LinkedHashMap<>();
    byDatabase.put(admin, new ArrayList<>());
    for (Track track : tracks) {
      Login login = Target.usual(admin, track).admin();
      byDatabase.computeIfAbsent(login, l -> new ArrayList<>()).add(track);
    }
    List<TargetStatus> all = new ArrayList<>();
    for (Map.Entry<Login, List<Track>> one : byDatabase.entrySet()) {
      TargetOverview overview = new TargetOverview(one.getKey().database(), one.getValue());
      all.addAll(
          one.getKey().equals(admin) ? overview.in(admin) : overview.inOneOfTheirOwn(one.getKey()));
    }
    all.sort(Comparator.comparingInt(status -> place(status, tracks)));
    return List.copyOf(all);
  }

  private static int place(TargetStatus status, List<Track> tracks) {
    return status.track().map(tracks::indexOf).orElse(tracks.size());
  }

  /** If one database is missing or cannot be reached, the others are still listed. */
  private List<TargetStatus> inOneOfTheirOwn(Login login) {
    try {
      return in(login);
    } catch (SQLException e) {
      boolean unmade = NO_SUCH_DATABASE.equals(e.getSQLState());
      Optional<String> away =
          unmade ? Optional.empty() : Optional.of(String.valueOf(e.getMessage()));
      return tracks.keySet().stream().map(track -> nothing(track, away)).toList();
    }
  }

  private List<TargetStatus> in(Login login) throws SQLException {
    try (Connection connection = login.reading().connect()) {
      for (int attempt = 1; ; attempt++) {
        try {
          return look(connection);
        } catch (SQLException e) {
          if (attempt == ATTEMPTS || !GONE.equals(e.getSQLState())) {
            throw e;
          }
        }
      }
    }
  }

  private List<TargetStatus> look(Connection connection) throws SQLException {
    SortedMap<SchemaName, Long> sizes = SchemaSizes.read(connection);
    HistoryReads<History> histories =
        HistoryReads.of(connection, sizes.keySet(), HistoryReader::read);
    TrackMatch matching = new TrackMatch(tracks);
    Map<Optional<Track>, List<TargetStatus>> byTrack = new LinkedHashMap<>();
    tracks.keySet().forEach(track -> byTrack.put(Optional.of(track), new ArrayList<>()));
    byTrack.put(Optional.empty(), new ArrayList<>());
    sizes.forEach(
        (schema, size) -> {
          History history = histories.read().getOrDefault(schema, new History(List.of()));
          Optional<String> locked =
              Optional.ofNullable(histories.locked().get(schema)).map(Blocker::holdsALock);
          Optional<Track> track = matching.trackOf(schema, history);
          byTrack
              .computeIfAbsent(track, t -> new ArrayList<>())
              .add(status(track, schema, history, size, locked));
        });
    byTrack.forEach(
        (track, targets) ->
            track.filter(t -> !t.isOfTenants()).ifPresent(t -> addUsual(t, targets)));
    return byTrack.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Puts the track's usual schema first and its copies behind it. If the usual schema does not
   * exist, it is listed with an empty history.
   */
  private void addUsual(Track track, List<TargetStatus> targets) {
    SchemaName usual = track.module().schema();
    List<TargetStatus> itself = targets.stream().filter(s -> s.schema().equals(usual)).toList();
    targets.removeAll(itself);
    targets.addAll(0, itself.isEmpty() ? List.of(nothing(track, Optional.empty())) : itself);
  }

  private TargetStatus nothing(Track track, Optional<String> unseen) {
    return status(Optional.of(track), track.module().schema(), new History(List.of()), 0, unseen);
  }

  private TargetStatus status(
      Optional<Track> track,
      SchemaName schema,
      History history,
      long size,
      Optional<String> unseen) {
    TrackState state =
        track
            .map(known -> state(known, schema, history))
            .orElseGet(() -> TrackState.of(List.of(), history));
    return new TargetStatus(track, database, schema, state, history, size, unseen);
  }

  private TrackState state(Track track, SchemaName schema, History history) {
    TrackReading reading = Objects.requireNonNull(tracks.get(track), track::label);
    return TrackState.of(reading, schema, track.apiRole(schema), history);
  }
}
