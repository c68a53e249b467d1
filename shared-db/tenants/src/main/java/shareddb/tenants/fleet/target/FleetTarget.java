package shareddb.tenants.fleet.target;

import shareddb.base.track.Target;

/**
 * One target of a fleet.
 *
 * @param label what people call it: a tenant's name, say
 * @param isMade whether it was made before, so that it is lost where it is not there now
 */
public record FleetTarget(String label, Target target, boolean isMade) {

  /** One that is made where it is not there. */
  public FleetTarget(String label, Target target) {
    this(label, target, false);
  }

  @Override
  public String toString() {
    return label;
  }
}
