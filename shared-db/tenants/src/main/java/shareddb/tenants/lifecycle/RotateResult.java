package shareddb.tenants.lifecycle;

import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;

/** What became of the wish for a new key. */
public sealed interface RotateResult {

  /** The old one does not count any more. */
  record Rotated(Tenant tenant, TenantKey key) implements RotateResult {}

  /** It is being removed, or comes from another place, or has moved to one. */
  record NotHere(Tenant tenant) implements RotateResult {}

  record Unknown(TenantName name) implements RotateResult {}
}
