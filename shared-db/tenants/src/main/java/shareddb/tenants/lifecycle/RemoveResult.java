package shareddb.tenants.lifecycle;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.TenantName;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.tenants.registry.Tenant;

/** The outcome of removing a tenant. */
public sealed interface RemoveResult {

  /**
   * Nothing of it is left.
   *
   * @param kept the snapshot of its rows, if it had any
   */
  record Removed(Tenant tenant, Optional<Snapshot> kept) implements RemoveResult {}

  /**
   * A session uses the tenant or works on it. The tenant keeps the status removing, and the next
   * try goes on.
   */
  record InTheWay(Tenant tenant, String who) implements RemoveResult {}

  /** These objects outside of its schema would be dropped too; nothing was changed. */
  record NeededOutside(Tenant tenant, List<String> dependents) implements RemoveResult {}

  /**
   * The tenant is arriving from another place or has moved to one, so nothing of it is removed
   * here.
   */
  record NotHere(Tenant tenant) implements RemoveResult {}

  record Unknown(TenantName name) implements RemoveResult {}
}
