package shareddb.tenants.relocate;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.tenants.registry.TenantStatus;
import shareddb.tenants.relocate.copy.RelocationLost;
import shareddb.tenants.relocate.place.RelocationPlace;

/**
 * Makes the destination serve the tenant: one transaction marks the source as moved and the
 * destination as active.
 *
 * @param newKey the hash of the key that the tenant gets if it had none at the source
 */
record RegistrySwitch(RelocationPlace from, RelocationPlace to, String newKey) {

  /** Runs within the caller's transaction, in the registries' database. */
  void in(Connection connection) throws SQLException {
    TenantStatus as = from.held(connection).orElseThrow(this::isNotServed);
    String key = from.keyHash(connection).orElse(newKey);
    if (!from.leaves(connection, to)) {
      throw isNotServed();
    }
    if (!to.settles(connection, as, key)) {
      throw new RelocationLost(to.label() + " does not wait for its rows any more");
    }
    from.retire(connection);
  }

  private RelocationLost isNotServed() {
    return new RelocationLost(from.label() + " is not served there any more");
  }
}
