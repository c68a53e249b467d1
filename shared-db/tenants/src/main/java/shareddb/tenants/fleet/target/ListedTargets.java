package shareddb.tenants.fleet.target;

import java.util.List;
import shareddb.base.track.Target;

/** Some targets, of which nobody says that there are no others. */
record ListedTargets(List<FleetTarget> all) implements FleetTargets {

  ListedTargets {
    all = List.copyOf(all);
  }

  @Override
  public List<Target> orphans(List<FleetTarget> members) {
    return List.of();
  }
}
