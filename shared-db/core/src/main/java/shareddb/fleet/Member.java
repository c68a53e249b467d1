package shareddb.fleet;

import shareddb.migrate.Target;

/**
 * One target of a fleet.
 *
 * @param label what people call it: a tenant's name, say
 */
public record Member(String label, Target target) {

  @Override
  public String toString() {
    return label;
  }
}
