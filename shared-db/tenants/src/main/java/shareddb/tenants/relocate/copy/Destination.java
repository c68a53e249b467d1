package shareddb.tenants.relocate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.settings.Login;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.SameDatabase;

/**
 * A destination that nobody serves yet.
 *
 * @param registries the database that says who serves what
 */
public record Destination(RelocationPlace to, Login registries) {

  /**
   * So that nobody serves it until the transaction ends: a mover who has lost the race, and does
   * not know it yet, writes nothing into what is served. Where the rows are in another database
   * than the registry, the lock on the history there keeps him away.
   */
  void hold(Connection connection) throws SQLException {
    if (!SameDatabase.areOne(to.target().admin(), registries)) {
      return;
    }
    if (!to.arrives(connection)) {
      throw new RelocationLost(to.label() + " does not wait for its rows any more");
    }
  }
}
