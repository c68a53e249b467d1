package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.settings.Login;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.target.FleetListener;
import shareddb.tenants.fleet.target.FleetResult;
import shareddb.tenants.fleet.target.FleetTargets;

/** Where a fleet is to go. */
public sealed interface FleetDirection {

  /** Up to and with this version, or to the newest. */
  record Up(Optional<Version> wanted) implements FleetDirection {}

  /** Down to this version, which stays. */
  record Down(Version downTo) implements FleetDirection {}

  /**
   * Takes it there.
   *
   * @param journal the database that the tool keeps its journal in
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

  /** The version to which it goes, where these are the track's. */
  default Version version(List<Migration> migrations) {
    return switch (this) {
      case Up(Optional<Version> wanted) ->
          wanted.orElse(migrations.isEmpty() ? Version.NONE : migrations.getLast().version());
      case Down(Version downTo) -> downTo;
    };
  }
}
