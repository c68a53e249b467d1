package shareddb.tenants.lifecycle;

import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;

/** The outcome of rotating a tenant's key. */
public sealed interface RotateResult {

  /** The tenant has a new key; the old one is not valid any more. */
  record Rotated(Tenant tenant, TenantKey key) implements RotateResult {}

  /** The tenant is being removed, or is arriving from another place, or has moved to one. */
  record NotHere(Tenant tenant) implements RotateResult {}

  record Unknown(TenantName name) implements RotateResult {}
}
