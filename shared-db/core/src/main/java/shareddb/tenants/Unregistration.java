package shareddb.tenants;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.names.TenantName;
import shareddb.server.Databases;
import shareddb.settings.Login;

/**
 * Takes tenants out of the registry that were just written into it, and of which nothing is made.
 */
record Unregistration(Registry registry) {

  /** Those whose schema or database is there stay, to be gone on with. */
  void of(List<Tenant> tenants) throws SQLException {
    List<TenantName> unmade = new ArrayList<>();
    for (Tenant tenant : tenants) {
      if (tenant.database().isEmpty() || !hasDatabase(tenant)) {
        unmade.add(tenant.name());
      }
    }
    registry.ask((connection, sql) -> sql.forget(connection, unmade));
  }

  private boolean hasDatabase(Tenant tenant) throws SQLException {
    Login login = registry.target(tenant).admin().impatient();
    return Databases.exists(login.to(Databases.MAINTENANCE), login.database());
  }
}
