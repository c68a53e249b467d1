package shareddb.tenants.lifecycle;

import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;

/** What became of the wish to suspend a tenant. */
public sealed interface SuspendResult {

  record Suspended(Tenant tenant) implements SuspendResult {}

  record AlreadySo(Tenant tenant) implements SuspendResult {}

  /** Only who is active can be. */
  record NotActive(Tenant tenant) implements SuspendResult {}

  record Unknown(TenantName name) implements SuspendResult {}
}
