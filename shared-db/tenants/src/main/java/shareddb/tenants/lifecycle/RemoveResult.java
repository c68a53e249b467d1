package shareddb.tenants.lifecycle;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.TenantName;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.tenants.registry.Tenant;

/** What became of the wish to remove a tenant. */
public sealed interface RemoveResult {

  /**
   * Nothing of it is left.
   *
   * @param kept what brings its rows back, where it had any
   */
  record Removed(Tenant tenant, Optional<Snapshot> kept) implements RemoveResult {}

  /** Somebody uses it, or works on it; it stays as one that goes, and the same again goes on. */
  record InTheWay(Tenant tenant, String who) implements RemoveResult {}

  /** These objects outside of its schema would be dropped with it; nothing was changed. */
  record NeededOutside(Tenant tenant, List<String> dependents) implements RemoveResult {}

  /** It comes from another place, or has moved to one: nothing of it is to be removed here. */
  record NotHere(Tenant tenant) implements RemoveResult {}

  record Unknown(TenantName name) implements RemoveResult {}
}
