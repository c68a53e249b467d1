package shareddb.tenants.fleet.targets;

import java.util.List;
import shareddb.base.track.Target;

/** A fixed list of targets. It may be only a part of a fleet, so it reports no orphans. */
record ListedTargets(List<FleetTarget> all) implements FleetTargets {

  ListedTargets {
    all = List.copyOf(all);
  }

  @Override
  public List<Target> orphans(List<FleetTarget> members) {
    return List.of();
  }
}
