package shareddb.tenants.provision;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/**
 * Removes tenants from the registry that were just registered and have neither schema nor database.
 */
record TenantUnregistration(TenantRegistry registry) {

  /**
   * Removes the tenants. Those whose schema or database exists stay, so that a later run completes
   * them.
   */
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
    return ServerDatabases.exists(login.to(ServerDatabases.MAINTENANCE), login.database());
  }
}
