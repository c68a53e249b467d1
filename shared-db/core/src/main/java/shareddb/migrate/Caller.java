package shareddb.migrate;

import java.time.Duration;
import shareddb.track.Migration;
import shareddb.track.Version;

/** On whose behalf an operation runs: hears what it is about to do, and for whom it waits. */
public interface Caller {

  /** Wants to hear nothing. */
  Caller SILENT = new Caller() {};

  /** Everything was looked at and found right: from here on the target is changed. */
  default void begins(Version from, Version to) {}

  /** Another session works on the target; heard once. */
  default void waitsToBegin(Blocker holder) {}

  /** A session holds a lock that is needed; heard once for each. */
  default void waitsFor(Blocker blocker) {}

  /** An index that Postgres does not use, since building it was never finished. */
  default void finds(InvalidIndex index) {}

  /** A migration of which some statements were done before, so many of so many, is gone on with. */
  default void finishes(Migration migration, int done, int all) {}

  /** Whether the role of the API was seen to already, so that none is made or mended. */
  default boolean hasSeenToTheRole() {
    return false;
  }

  /** For how long somebody else may keep the target, or a lock in it, before it is given up. */
  default Duration patience() {
    return Duration.ofSeconds(10);
  }
}
