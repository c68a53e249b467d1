package shareddb.migrate.rollout;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.migrate.record.OperationListener;

/** The caller of a rollout, which hears how far it has come. */
public interface RolloutListener extends OperationListener {

  /** A phase ended. */
  default void ended(RolloutPhase phase, Duration took) {}

  /**
   * A batch was filled.
   *
   * @param seen how many rows the batches went over since the back-fill began
   * @param all about how many rows there are; -1 if Postgres has not counted them yet
   */
  default void filled(String table, long seen, long all, int batch) {}

  /** The new version's schema is there, and the new version may start. */
  default void opened(PhasedChange change) {}

  /** Keeps what the next transaction drops. Called before it, without a lock. */
  default void beforeLoss(RolloutPhase phase) throws SQLException {}
}
