package shareddb.move;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.tenants.TenantStatus;

/**
 * From this transaction on another place serves the tenant: the source has moved and the
 * destination is active, both or neither.
 *
 * @param newKey the hash of the key, where the tenant had none at the source
 */
record Switch(Place from, Place to, String newKey) {

  /** Within the caller's transaction, in the registries' database. */
  void in(Connection connection) throws SQLException {
    TenantStatus as = from.held(connection).orElseThrow(this::isNotServed);
    String key = from.keyHash(connection).orElse(newKey);
    if (!from.leaves(connection, to)) {
      throw isNotServed();
    }
    if (!to.settles(connection, as, key)) {
      throw new MoveLost(to.label() + " does not wait for its rows any more");
    }
    from.retire(connection);
  }

  private MoveLost isNotServed() {
    return new MoveLost(from.label() + " is not served there any more");
  }
}
