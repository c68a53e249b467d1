package shareddb.tenants.provision;

import java.util.List;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;

/** What became of the wish for a tenant. */
public sealed interface AddTenantResult {

  /** It is there, whole and active; nobody will see its key again. */
  record Added(Tenant tenant, TenantKey key) implements AddTenantResult {}

  /** There is one of this name and domain; it stays as it is, its key too. */
  record AlreadyThere(Tenant tenant) implements AddTenantResult {}

  /** It cannot be one, for all of these reasons; nothing was changed. */
  record Refused(List<String> problems) implements AddTenantResult {}

  /** It is registered as failed, and what there is of it is whole; adding it again goes on. */
  record Failed(TenantName tenant, String reason) implements AddTenantResult {}

  /** Somebody, or the server, is in the way; adding it again goes on, where it was begun. */
  record Postponed(TenantName tenant, String why) implements AddTenantResult {}
}
