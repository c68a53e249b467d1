package shareddb.tenants.fleet.targets;

import shareddb.base.track.Target;

/**
 * One target of a fleet.
 *
 * @param label its name for people: the tenant's name, for example
 * @param isMade whether it was made before; if it is missing now, it is lost, and no run makes it
 *     again
 */
public record FleetTarget(String label, Target target, boolean isMade) {

  /** A target that a run makes if it does not exist. */
  public FleetTarget(String label, Target target) {
    this(label, target, false);
  }

  @Override
  public String toString() {
    return label;
  }
}
