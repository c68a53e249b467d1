package shareddb.fleet;

import java.sql.SQLException;
import java.util.List;
import shareddb.settings.Login;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/** Undoes, on all targets of a fleet, what is above one version. */
public final class FleetDowngrade {

  private FleetDowngrade() {}

  /**
   * Down to this version, which stays; {@link Version#NONE} undoes all. Targets below it stay where
   * they are.
   *
   * @param journal the database that the tool keeps its journal in
   */
  public static FleetResult run(
      Login journal,
      Track track,
      Members members,
      Version downTo,
      FleetOptions options,
      FleetListener listener)
      throws SQLException {
    TrackReading reading = track.readAll();
    List<Migration> migrations = reading.migrations();
    boolean known = migrations.stream().anyMatch(m -> m.version().equals(downTo));
    if (!known && !downTo.equals(Version.NONE)) {
      return new FleetResult.UnknownVersion(
          downTo, migrations.stream().map(Migration::version).toList());
    }
    return new FleetRun(journal, track, reading, new Goal.Down(downTo), options, listener)
        .over(members.all());
  }
}
