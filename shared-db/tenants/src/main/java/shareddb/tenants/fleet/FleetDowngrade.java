package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.settings.Login;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.TargetGoal;

/** Undoes the versions above one version on all targets of a fleet. */
public final class FleetDowngrade {

  private FleetDowngrade() {}

  /**
   * Downgrades to a version, which stays applied; {@link Version#NONE} undoes all. Targets below
   * that version stay as they are.
   *
   * @param journal the login to the database that has the tool's journal
   */
  public static FleetResult run(
      Login journal,
      Track track,
      FleetTargets members,
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
    return new FleetRun(journal, track, reading, new TargetGoal.Down(downTo), options, listener)
        .over(members.all());
  }
}
