package shareddb.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.settings.Login;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/** Applies what is pending to all targets of a fleet; those that are not there yet are made. */
public final class FleetUpgrade {

  private FleetUpgrade() {}

  /**
   * Up to and with one version, or to the newest; targets beyond it stay where they are.
   *
   * @param journal the database that the tool keeps its journal in
   */
  public static FleetResult run(
      Login journal,
      Track track,
      Members members,
      Optional<Version> wanted,
      FleetOptions options,
      FleetListener listener)
      throws SQLException {
    TrackReading reading = track.readAll();
    List<Migration> migrations = reading.migrations();
    Version newest = migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
    Version upTo = wanted.orElse(newest);
    if (migrations.stream().noneMatch(m -> m.version().equals(upTo))) {
      return new FleetResult.UnknownVersion(
          upTo, migrations.stream().map(Migration::version).toList());
    }
    return new FleetRun(journal, track, reading, new Goal.Up(upTo), options, listener)
        .over(members.all());
  }
}
