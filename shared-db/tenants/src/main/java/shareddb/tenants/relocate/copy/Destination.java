package shareddb.tenants.relocate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.settings.Login;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.SameDatabase;

/**
 * A destination that does not serve the tenant yet.
 *
 * @param registries the database whose registry says which place serves the tenant
 */
public record Destination(RelocationPlace to, Login registries) {

  /**
   * Locks the registry's row, so that the destination cannot begin to serve until the transaction
   * ends. A relocation that another one has overtaken therefore writes nothing into a place that
   * serves. If the rows are in another database than the registry, the lock on the history there
   * does this.
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
