package shareddb.migrate.record;

import shareddb.base.track.Migration;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.lock.WaitListener;

/**
 * The caller of an operation. It says where the operation is recorded, and hears which sessions the
 * operation waits for.
 */
public interface OperationListener extends WaitListener {

  /** The recorder of this operation. There is no default, so that each caller decides it. */
  OperationRecorder recorder();

  /** The record could not be written, for this reason. The operation goes on without it. */
  default void isNotRecorded(String why) {}

  /** The operation found an invalid index, which was never finished. Postgres does not use it. */
  default void finds(InvalidIndex index) {}

  /**
   * The operation finishes a half-done migration.
   *
   * @param done the number of statements that were done before
   * @param all the number of all its statements
   */
  default void finishes(Migration migration, int done, int all) {}

  /**
   * Whether the caller has already created or repaired the role of the API, so that the operation
   * leaves the role alone.
   */
  default boolean hasSeenToTheRole() {
    return false;
  }
}
