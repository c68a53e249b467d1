package shareddb.tenants.lifecycle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.migrate.OutsideDependents;
import shareddb.migrate.history.History;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.migrate.snapshot.SnapshotReason;
import shareddb.migrate.snapshot.SnapshotResult;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.migrate.snapshot.TakeSnapshot;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/**
 * Removes a tenant in this order: it stops its requests, takes a snapshot, drops the schema, drops
 * the role, and deletes the registry's row last, so that a killed command can be run again.
 */
public final class RemoveTenant {

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
    List<String> dependents = dependents(tenant);
    if (!dependents.isEmpty()) {
      return new RemoveResult.NeededOutside(tenant, dependents);
    }
    registry.ask((connection, sql) -> sql.change(connection, tenant, TenantStatus.REMOVING));
    Target target = registry.target(tenant);
    if (hasHistory(target)) {
      SnapshotResult kept =
          TakeSnapshot.automatic(
              store, registry.module().tenant(), target, SnapshotReason.REMOVE, progress);
      if (kept instanceof SnapshotResult.Busy(Blocker holder)) {
        return new RemoveResult.InTheWay(tenant, holder.who() + " works on it");
      }
    }
    Optional<String> inTheWay = dropped(tenant, target);
    if (inTheWay.isPresent()) {
      return new RemoveResult.InTheWay(tenant, inTheWay.get());
    }
    dropRole(tenant, target);
    registry.ask((connection, sql) -> sql.delete(connection, tenant));
    return new RemoveResult.Removed(tenant, kept(target));
  }

  /** A tenant's own database has no other objects that could depend on it. */
  private List<String> dependents(Tenant tenant) throws SQLException {
    if (tenant.database().isPresent()) {
      return List.of();
    }
    return LostConnection.doneAgain(
        registry.admin()::connect,
        TenantRegistry.PATIENCE,
        connection -> OutsideDependents.of(connection, registry.target(tenant)));
  }

  private Optional<String> dropped(Tenant tenant, Target target) throws SQLException {
    return tenant.database().isPresent()
        ? new DatabaseDrop(target, patience).run()
        : new SchemaDrop(target, patience).run();
  }

  /**
   * Whether the schema still has its history. SchemaDrop drops the history in its first step, so a
   * schema without one is already incomplete.
   */
  private static boolean hasHistory(Target target) throws SQLException {
    try {
      return !History.of(target).rows().isEmpty();
    } catch (SQLException e) {
      if (DatabaseDrop.isGone(e)) {
        return false;
      }
      throw e;
    }
  }

  /** The snapshot that the removal took, in this try or an earlier one. */
  private Optional<Snapshot> kept(Target target) {
    return store.of(registry.module().tenant(), target).stream()
        .filter(snapshot -> snapshot.manifest().reason() == SnapshotReason.REMOVE)
        .findFirst();
  }

  /**
   * Drops the tenant's role. The role stays if it has rights in another database, where a tenant
   * has the same name.
   */
  public static void dropRole(Tenant tenant, Target target) throws SQLException {
    Login there =
        tenant.database().isPresent()
            ? target.admin().to(ServerDatabases.MAINTENANCE)
            : target.admin();
    String sql =
        """
        DO $do$
        BEGIN
            DROP OWNED BY %1$s;
            BEGIN
                DROP ROLE %1$s;
            EXCEPTION
                WHEN dependent_objects_still_exist THEN NULL;
            END;
        EXCEPTION
            WHEN undefined_object THEN NULL;
        END
        $do$
        """
            .formatted(target.apiRole().quoted());
    LostConnection.doneAgain(
        there::connect,
        TenantRegistry.PATIENCE,
        connection -> {
          Query.execute(connection, sql);
          return true;
        });
  }
}
