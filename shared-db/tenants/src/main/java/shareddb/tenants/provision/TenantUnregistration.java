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
 * Takes tenants out of the registry that were just written into it, and of which nothing is made.
 */
record TenantUnregistration(TenantRegistry registry) {

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
    return ServerDatabases.exists(login.to(ServerDatabases.MAINTENANCE), login.database());
  }
}
