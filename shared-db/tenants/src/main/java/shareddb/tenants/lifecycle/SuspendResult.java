package shareddb.tenants.lifecycle;

import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;

/** The outcome of suspending a tenant. */
public sealed interface SuspendResult {

  record Suspended(Tenant tenant) implements SuspendResult {}

  record AlreadySo(Tenant tenant) implements SuspendResult {}

  /** Only an active tenant can be suspended. */
  record NotActive(Tenant tenant) implements SuspendResult {}

  record Unknown(TenantName name) implements SuspendResult {}
}
