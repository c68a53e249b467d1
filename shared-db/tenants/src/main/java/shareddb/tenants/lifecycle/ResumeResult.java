package shareddb.tenants.lifecycle;

import shareddb.base.names.TenantName;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.registry.Tenant;

/** What became of the wish to have a tenant served again. */
public sealed interface ResumeResult {

  record Resumed(Tenant tenant) implements ResumeResult {}

  /** It had never become whole; it was gone on with. */
  record GoneOnWith(AddTenantResult result) implements ResumeResult {}

  record AlreadySo(Tenant tenant) implements ResumeResult {}

  /** It is being removed, or comes from another place, or has moved to one. */
  record NotHere(Tenant tenant) implements ResumeResult {}

  record Unknown(TenantName name) implements ResumeResult {}
}
