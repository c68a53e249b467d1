package shareddb.tenants.lifecycle;

import shareddb.base.names.TenantName;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.registry.Tenant;

/** The outcome of resuming a tenant. */
public sealed interface ResumeResult {

  record Resumed(Tenant tenant) implements ResumeResult {}

  /** The tenant was never complete; its provisioning was continued. */
  record GoneOnWith(AddTenantResult result) implements ResumeResult {}

  record AlreadySo(Tenant tenant) implements ResumeResult {}

  /** The tenant is being removed, or is arriving from another place, or has moved to one. */
  record NotHere(Tenant tenant) implements ResumeResult {}

  record Unknown(TenantName name) implements ResumeResult {}
}
