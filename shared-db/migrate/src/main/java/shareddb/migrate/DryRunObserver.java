package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads the target in the transaction of a dry run: before the first script and after the last one.
 */
public interface DryRunObserver {

  /** Reads nothing. */
  DryRunObserver NONE = new DryRunObserver() {};

  default void before(Connection connection) throws SQLException {}

  default void after(Connection connection) throws SQLException {}
}
