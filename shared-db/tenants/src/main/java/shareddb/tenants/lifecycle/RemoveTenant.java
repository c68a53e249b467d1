package shareddb.tenants.lifecycle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/**
 * Removes a tenant in this order: it stops its requests, removes its schema or database, and
 * deletes the registry's row last, so that a killed command can be run again.
 */
final class RemoveTenant {

  private final TenantRegistry registry;
  private final SnapshotStore store;
  private final RowsProgress progress;
  private final Duration patience;

  RemoveTenant(
      TenantRegistry registry, SnapshotStore store, RowsProgress progress, Duration patience) {
    this.registry = registry;
    this.store = store;
    this.progress = progress;
    this.patience = patience;
  }

  RemoveResult of(Tenant tenant) throws SQLException {
    TargetRemoval removal =
        new TargetRemoval(
            store,
            registry.module().tenant(),
            registry.target(tenant),
            tenant.database().isPresent(),
            progress,
            patience);
    List<String> dependents = removal.dependents();
    if (!dependents.isEmpty()) {
      return new RemoveResult.NeededOutside(tenant, dependents);
    }
    registry.ask((connection, sql) -> sql.change(connection, tenant, TenantStatus.REMOVING));
    Optional<String> inTheWay = removal.run();
    if (inTheWay.isPresent()) {
      return new RemoveResult.InTheWay(tenant, inTheWay.get());
    }
    registry.ask((connection, sql) -> sql.delete(connection, tenant));
    return new RemoveResult.Removed(tenant, removal.kept());
  }
}
