package shareddb.move;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.settings.Login;

/**
 * A destination that nobody serves yet.
 *
 * @param registries the database that says who serves what
 */
record Arriving(Place to, Login registries) {

  /**
   * So that nobody serves it until the transaction ends: a mover who has lost the race, and does
   * not know it yet, writes nothing into what is served. Where the rows are in another database
   * than the registry, the lock on the history there keeps him away.
   */
  void hold(Connection connection) throws SQLException {
    if (!Databases.areOne(to.target().admin(), registries)) {
      return;
    }
    if (!to.arrives(connection)) {
      throw new MoveLost(to.label() + " does not wait for its rows any more");
    }
  }
}
