package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done in the transaction of a {@link Rebuild}, before and after the schema is remade. */
public interface RebuildHooks {

  /** Nothing. */
  RebuildHooks NOTHING = new RebuildHooks() {};

  /**
   * The old schema is there, and nobody else can read or write its tables any more. What is changed
   * here in the database is taken back.
   */
  default void oldSchema(Connection connection) throws SQLException {}

  /** The new schema is there, for this connection alone; false takes everything back. */
  default boolean newSchema(Connection connection) throws SQLException {
    return true;
  }
}
