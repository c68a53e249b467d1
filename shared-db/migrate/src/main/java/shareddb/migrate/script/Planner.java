package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.track.Target;

/**
 * Finds out what an operation would run.
 *
 * @param <R> how the operation itself can end
 */
public interface Planner<R> {

  /** As the target stands for this session, which has the target's lock where the plan is run. */
  Plan<R> plan(Connection connection) throws SQLException;

  /** Only to show it: another session may change the target right after. */
  default Plan<R> show(Target target) throws SQLException {
    try (Connection connection = target.admin().connect()) {
      return plan(connection);
    }
  }
}
