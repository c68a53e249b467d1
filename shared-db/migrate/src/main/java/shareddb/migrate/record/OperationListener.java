package shareddb.migrate.record;

import shareddb.base.track.Migration;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.lock.WaitListener;

/** On whose behalf an operation runs: says where it is recorded, and hears for whom it waits. */
public interface OperationListener extends WaitListener {

  /** Where the operation is recorded; each caller has to say it. */
  OperationRecorder recorder();

  /** The operation goes on without its record, since this is wrong with the record. */
  default void isNotRecorded(String why) {}

  /** An index that Postgres does not use, since building it was never finished. */
  default void finds(InvalidIndex index) {}

  /** A migration of which some statements were done before, so many of so many, is gone on with. */
  default void finishes(Migration migration, int done, int all) {}

  /** Whether the role of the API was seen to already, so that none is made or mended. */
  default boolean hasSeenToTheRole() {
    return false;
  }
}
