package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The work that a {@link Rebuild} does in its transaction before it drops the old schema, and after
 * it has made the new one.
 */
public interface RebuildHooks {

  /** Does nothing. */
  RebuildHooks NOTHING = new RebuildHooks() {};

  /**
   * The old schema still exists, and no other session can read or write its tables. Changes that
   * this method makes in the database are rolled back.
   */
  default void oldSchema(Connection connection) throws SQLException {}

  /**
   * The new schema exists, and only this connection sees it. If the method returns false, the whole
   * transaction is rolled back.
   */
  default boolean newSchema(Connection connection) throws SQLException {
    return true;
  }
}
