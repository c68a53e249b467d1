package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.settings.Login;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;

/** The direction of an operation on a fleet, and its version. */
public sealed interface FleetDirection {

  /** An upgrade to this version, which is applied too, or to the newest version. */
  record Up(Optional<Version> wanted) implements FleetDirection {}

  /** A downgrade to this version, which stays applied. */
  record Down(Version downTo) implements FleetDirection {}

  /**
   * Upgrades or downgrades the fleet.
   *
   * @param journal the login to the database that has the tool's journal
   */
  default FleetResult run(
      Login journal,
      Track track,
      FleetTargets members,
      FleetOptions options,
      FleetListener listener)
      throws SQLException {
    return switch (this) {
      case Up(Optional<Version> wanted) ->
          FleetUpgrade.run(journal, track, members, wanted, options, listener);
      case Down(Version downTo) ->
          FleetDowngrade.run(journal, track, members, downTo, options, listener);
    };
  }

  /** The version of the goal, for a track with these migrations. */
  default Version version(List<Migration> migrations) {
    return switch (this) {
      case Up(Optional<Version> wanted) ->
          wanted.orElse(migrations.isEmpty() ? Version.NONE : migrations.getLast().version());
      case Down(Version downTo) -> downTo;
    };
  }
}
