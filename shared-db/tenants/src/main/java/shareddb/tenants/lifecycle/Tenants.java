package shareddb.tenants.lifecycle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.TenantName;
import shareddb.base.settings.WaitLimits;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.KeyReceiver;
import shareddb.tenants.provision.TenantProvisioning;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.registry.RegistryLock;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantJournal;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/**
 * Adds, suspends, resumes and removes tenants, and rotates their keys. Each operation can be
 * repeated after it was stopped, and the journal records each change.
 *
 * @param snapshots the store for the rows of removed tenants
 * @param patience how long to wait for a session that holds a lock
 */
public record Tenants(TenantRegistry registry, SnapshotStore snapshots, Duration patience) {

  public Tenants(TenantRegistry registry, SnapshotStore snapshots) {
    this(registry, snapshots, WaitLimits.PATIENCE);
  }

  public AddTenantResult add(TenantRequest wish) throws SQLException {
    return addAll(List.of(wish), KeyReceiver.NONE).getFirst();
  }

  /** Adds some hundreds at a time; returns a result for each, in their order. */
  public List<AddTenantResult> addAll(List<TenantRequest> wishes, KeyReceiver receiver)
      throws SQLException {
    return new TenantProvisioning(registry, patience, receiver).of(wishes);
  }

  public SuspendResult suspend(TenantName name) throws SQLException {
    Optional<Tenant> found = registry.find(name);
    if (found.isEmpty()) {
      return new SuspendResult.Unknown(name);
    }
    Tenant tenant = found.get();
    return switch (tenant.status()) {
      case ACTIVE ->
          changed("suspend", tenant, TenantStatus.SUSPENDED)
              .<SuspendResult>map(SuspendResult.Suspended::new)
              .orElse(new SuspendResult.NotActive(tenant));
      case SUSPENDED -> new SuspendResult.AlreadySo(tenant);
      case PROVISIONING, FAILED, REMOVING, ARRIVING, MOVED -> new SuspendResult.NotActive(tenant);
    };
  }

  /**
   * Resumes a suspended tenant. A tenant that was never complete is completed and gets a new key.
   */
  public ResumeResult resume(TenantName name) throws SQLException {
    Optional<Tenant> found = registry.find(name);
    if (found.isEmpty()) {
      return new ResumeResult.Unknown(name);
    }
    Tenant tenant = found.get();
    return switch (tenant.status()) {
      case SUSPENDED ->
          changed("resume", tenant, TenantStatus.ACTIVE)
              .<ResumeResult>map(ResumeResult.Resumed::new)
              .orElse(new ResumeResult.NotHere(tenant));
      case ACTIVE -> new ResumeResult.AlreadySo(tenant);
      case PROVISIONING, FAILED -> new ResumeResult.GoneOnWith(add(wish(tenant)));
      case REMOVING, ARRIVING, MOVED -> new ResumeResult.NotHere(tenant);
    };
  }

  /** The old key is refused from the first request after the change on. */
  public RotateResult rotateKey(TenantName name) throws SQLException {
    Optional<Tenant> found = registry.find(name);
    if (found.isEmpty()) {
      return new RotateResult.Unknown(name);
    }
    Tenant tenant = found.get();
    if (!tenant.status().isHere()) {
      return new RotateResult.NotHere(tenant);
    }
    TenantKey key = TenantKey.fresh();
    new TenantJournal(registry)
        .of(
            "rotate-key",
            tenant,
            () -> registry.ask((connection, sql) -> sql.key(connection, name, key)),
            done -> Optional.empty());
    return new RotateResult.Rotated(tenant, key);
  }

  /** Removes a tenant for ever; its rows are kept in a snapshot. */
  public RemoveResult remove(TenantName name, RowsProgress progress) throws SQLException {
    Optional<Tenant> found = registry.find(name);
    if (found.isEmpty()) {
      return new RemoveResult.Unknown(name);
    }
    Tenant tenant = found.get();
    if (!tenant.status().isHere() && tenant.status() != TenantStatus.REMOVING) {
      return new RemoveResult.NotHere(tenant);
    }
    return RegistryLock.during(registry, patience, () -> removed(tenant, progress))
        .orElseGet(() -> new RemoveResult.InTheWay(tenant, RegistryLock.ANOTHER_SESSION));
  }

  private RemoveResult removed(Tenant tenant, RowsProgress progress) throws SQLException {
    return new TenantJournal(registry)
        .ofRemoval(
            tenant,
            () -> new RemoveTenant(registry, snapshots, progress, patience).of(tenant),
            result ->
                switch (result) {
                  case RemoveResult.InTheWay(Tenant none, String who) -> Optional.of(who);
                  case RemoveResult.NeededOutside(Tenant none, List<String> dependents) ->
                      Optional.of("needed outside of its schema: " + dependents.getFirst());
                  case RemoveResult.Removed removed -> Optional.empty();
                  case RemoveResult.NotHere other -> Optional.empty();
                  case RemoveResult.Unknown unknown -> Optional.empty();
                });
  }

  private Optional<Tenant> changed(String operation, Tenant tenant, TenantStatus status)
      throws SQLException {
    return new TenantJournal(registry)
        .of(
            operation,
            tenant,
            () -> registry.ask((connection, sql) -> sql.change(connection, tenant, status)),
            changed ->
                changed.isPresent()
                    ? Optional.empty()
                    : Optional.of("another session changed its status"));
  }

  private static TenantRequest wish(Tenant tenant) {
    return new TenantRequest(tenant.name().value(), tenant.domain(), tenant.type());
  }
}
