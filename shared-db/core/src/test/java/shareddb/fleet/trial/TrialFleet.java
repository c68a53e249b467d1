package shareddb.fleet.trial;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import shareddb.TrackFolder;
import shareddb.fleet.FleetDowngrade;
import shareddb.fleet.FleetListener;
import shareddb.fleet.FleetOptions;
import shareddb.fleet.FleetResult;
import shareddb.fleet.FleetUpgrade;
import shareddb.fleet.Member;
import shareddb.fleet.Members;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;
import shareddb.track.Track;
import shareddb.track.Version;
import shareddb.track.WorkshopModule;

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

  List<Member> members() {
    return IntStream.rangeClosed(1, size).mapToObj(this::member).toList();
  }

  Target target(int number) {
    return member(number).target();
  }

  private Member member(int number) {
    String name = "03_tenant_%05d".formatted(number);
    return new Member(name, new Target(login, new SchemaName(name)));
  }

  FleetResult move(Move move, FleetOptions options, FleetListener listener) throws SQLException {
    Members members = Members.of(members());
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
