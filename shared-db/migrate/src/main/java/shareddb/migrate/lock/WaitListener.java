package shareddb.migrate.lock;

import java.time.Duration;
import shareddb.base.settings.WaitLimits;

/** Hears which session an operation waits for, and says how long the operation may wait. */
public interface WaitListener {

  /** Ignores the messages and waits for the usual time. */
  WaitListener SILENT = new WaitListener() {};

  /** Another session works on the target. Called once. */
  default void waitsToBegin(Blocker holder) {}

  /** A session holds a lock that the operation needs. Called once for each session. */
  default void waitsFor(Blocker blocker) {}

  /** How long the operation waits for another session, before it gives up. */
  default Duration patience() {
    return WaitLimits.PATIENCE;
  }
}
