package shareddb.tenants;

import shareddb.names.TenantName;

/** What became of the wish to suspend a tenant. */
public sealed interface SuspendResult {

  record Suspended(Tenant tenant) implements SuspendResult {}

  record AlreadySo(Tenant tenant) implements SuspendResult {}

  /** Only who is active can be. */
  record NotActive(Tenant tenant) implements SuspendResult {}

  record Unknown(TenantName name) implements SuspendResult {}
}
