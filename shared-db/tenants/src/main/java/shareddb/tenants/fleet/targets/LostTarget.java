package shareddb.tenants.fleet.targets;

import java.util.Locale;

/** The missing part of a target that was made before. */
public enum LostTarget {
  DATABASE,
  SCHEMA,
  /** The role of the target's API. All that the role was granted is lost with it. */
  ROLE;

  /** The message. */
  public String said() {
    return "its " + name().toLowerCase(Locale.ROOT) + " is not there any more";
  }
}
