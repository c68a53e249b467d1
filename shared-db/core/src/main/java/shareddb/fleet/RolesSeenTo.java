package shareddb.fleet;

import java.time.Duration;
import shareddb.migrate.Caller;

/** For a single target of a fleet: its role was seen to together with all others. */
record RolesSeenTo(Duration patience) implements Caller {

  @Override
  public boolean hasSeenToTheRole() {
    return true;
  }
}
