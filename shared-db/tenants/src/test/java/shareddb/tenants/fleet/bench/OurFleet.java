package shareddb.tenants.fleet.bench;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;

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

  private static FleetTargets members(List<Target> targets) {
    return FleetTargets.of(
        targets.stream().map(target -> new FleetTarget(target.schema().value(), target)).toList());
  }
}
