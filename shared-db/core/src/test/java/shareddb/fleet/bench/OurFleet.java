package shareddb.fleet.bench;

import java.util.List;
import java.util.Optional;
import shareddb.fleet.FleetDrift;
import shareddb.fleet.FleetListener;
import shareddb.fleet.FleetOptions;
import shareddb.fleet.FleetResult;
import shareddb.fleet.FleetStatus;
import shareddb.fleet.FleetUpgrade;
import shareddb.fleet.Member;
import shareddb.fleet.Members;
import shareddb.migrate.Target;
import shareddb.track.Track;
import shareddb.track.Version;

record OurFleet(Track track, int connections) implements Contestant {

  @Override
  public String name() {
    return "the fleet";
  }

  @Override
  public void upgrade(List<Target> targets, int version) throws Exception {
    FleetResult result =
        FleetUpgrade.run(
            targets.getFirst().admin(),
            track,
            members(targets),
            Optional.of(Version.parse(String.valueOf(version))),
            FleetOptions.USUAL.withConnections(connections),
            FleetListener.SILENT);
    boolean well =
        result instanceof FleetResult.NothingToDo
            || (result instanceof FleetResult.Done done && done.tally().failed().isEmpty());
    if (!well) {
      throw new IllegalStateException(result.toString());
    }
  }

  @Override
  public Optional<Step> status() {
    return Optional.of(targets -> FleetStatus.of(track, members(targets)));
  }

  @Override
  public Optional<Step> drift() {
    return Optional.of(
        targets -> {
          FleetDrift drift = FleetDrift.of(track, members(targets));
          if (!drift.isNone()) {
            throw new IllegalStateException(drift.toString());
          }
        });
  }

  private static Members members(List<Target> targets) {
    return Members.of(
        targets.stream().map(target -> new Member(target.schema().value(), target)).toList());
  }
}
