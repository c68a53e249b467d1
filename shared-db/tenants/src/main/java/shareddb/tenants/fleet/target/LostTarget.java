package shareddb.tenants.fleet.target;

import java.util.Locale;

/** What is not there any more of a target that was made once. */
public enum LostTarget {
  DATABASE,
  SCHEMA,
  /** The role that its API takes, and with it all that the role was granted. */
  ROLE;

  /** The message. */
  public String said() {
    return "its " + name().toLowerCase(Locale.ROOT) + " is not there any more";
  }
}
