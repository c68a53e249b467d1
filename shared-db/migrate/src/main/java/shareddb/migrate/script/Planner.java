package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.track.Target;

/**
 * Makes the plan of an operation.
 *
 * @param <R> the result type of the operation
 */
public interface Planner<R> {

  /**
   * The plan for the target's current state. If the plan will be run, this session holds the
   * target's lock.
   */
  Plan<R> plan(Connection connection) throws SQLException;

  /**
   * The plan only to show it: without the lock, another session may change the target afterwards.
   */
  default Plan<R> show(Target target) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return plan(connection);
    }
  }
}
