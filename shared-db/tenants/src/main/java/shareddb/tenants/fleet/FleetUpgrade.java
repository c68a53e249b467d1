package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

/**
 * Applies the pending migrations to all targets of a fleet, and makes targets that were never made.
 */
public final class FleetUpgrade {

  private FleetUpgrade() {}

  /**
   * Upgrades to a version, or to the newest. Targets beyond that version stay as they are.
   *
   * @param journal the login to the database that has the tool's journal
   */
  public static FleetResult run(
      Login journal,
      Track track,
      FleetTargets members,
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
    return new FleetRun(journal, track, reading, new TargetGoal.Up(upTo), options, listener)
        .over(members.all());
  }
}
