package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/** Looks at the target in the transaction of a rehearsal, before anything is run and after all. */
public interface DryRunObserver {

  /** Looks at nothing. */
  DryRunObserver NONE = new DryRunObserver() {};

  default void before(Connection connection) throws SQLException {}

  default void after(Connection connection) throws SQLException {}
}
