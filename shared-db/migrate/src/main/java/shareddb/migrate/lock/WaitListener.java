package shareddb.migrate.lock;

import java.time.Duration;
import shareddb.base.settings.WaitLimits;

/** Hears which session an operation waits for, and says how long it may wait. */
public interface WaitListener {

  /** For an operation that tells nothing while it waits, and waits for as long as is usual. */
  WaitListener SILENT = new WaitListener() {};

  /** Another session works on the target; heard once. */
  default void waitsToBegin(Blocker holder) {}

  /** A session holds a lock that is needed; heard once for each. */
  default void waitsFor(Blocker blocker) {}

  /** For how long another session may keep the target, or a lock in it, before it is given up. */
  default Duration patience() {
    return WaitLimits.PATIENCE;
  }
}
