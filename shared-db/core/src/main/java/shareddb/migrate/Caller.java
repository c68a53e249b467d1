package shareddb.migrate;

import java.time.Duration;
import shareddb.settings.WaitLimits;
import shareddb.track.Migration;

/** On whose behalf an operation runs: says where it is recorded, and hears for whom it waits. */
public interface Caller {

  /** How long an operation waits where no other time is wanted. */
  Duration USUAL = WaitLimits.PATIENCE;

  /** For a throw-away database: hears nothing, and nothing is recorded. */
  Caller UNRECORDED = () -> OperationRecorder.UNRECORDED;

  /** Where the operation is recorded; each caller has to say it. */
  OperationRecorder recorder();

  /** The operation goes on without its record, since this is wrong with the record. */
  default void isNotRecorded(String why) {}

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
    return USUAL;
  }
}
