package shareddb.tenants.fleet.trial;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.base.track.WorkshopModule;
import shareddb.tenants.fleet.FleetDowngrade;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.testing.TrackFolder;

/** As many tenants as wanted, in one database. */
record TrialFleet(Login login, Path folder, int size) {

  /** Where all of them are to go. */
  record Move(boolean isUp, int version) {

    static Move up(int version) {
      return new Move(true, version);
    }

    static Move down(int version) {
      return new Move(false, version);
    }

    @Override
    public String toString() {
      return (isUp ? "upgrade" : "downgrade") + " to " + version;
    }
  }

  static TrialFleet of(Login login, TrackFolder track, int size) {
    Path folder = Objects.requireNonNull(track.track().migrations().getParent());
    return new TrialFleet(login, folder, size);
  }

  Track track() {
    return WorkshopModule.at(folder).tracks().getFirst();
  }

  List<FleetTarget> members() {
    return IntStream.rangeClosed(1, size).mapToObj(this::member).toList();
  }

  Target target(int number) {
    return member(number).target();
  }

  private FleetTarget member(int number) {
    String name = "03_tenant_%05d".formatted(number);
    return new FleetTarget(name, new Target(login, new SchemaName(name)));
  }

  FleetResult move(Move move, FleetOptions options, FleetListener listener) throws SQLException {
    FleetTargets members = FleetTargets.of(members());
    Version to = version(move.version());
    return move.isUp()
        ? FleetUpgrade.run(login, track(), members, Optional.of(to), options, listener)
        : FleetDowngrade.run(login, track(), members, to, options, listener);
  }

  FleetResult move(Move move) throws SQLException {
    return move(move, FleetOptions.USUAL, FleetListener.SILENT);
  }

  static Version version(int number) {
    return Version.parse(String.valueOf(number));
  }
}
