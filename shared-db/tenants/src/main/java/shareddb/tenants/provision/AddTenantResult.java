package shareddb.tenants.provision;

import java.util.List;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;

/** The outcome of adding a tenant. */
public sealed interface AddTenantResult {

  /** The tenant is complete and active; its key is shown only now. */
  record Added(Tenant tenant, TenantKey key) implements AddTenantResult {}

  /** A tenant with this name and domain exists; it and its key stay as they are. */
  record AlreadyThere(Tenant tenant) implements AddTenantResult {}

  /** The tenant cannot be added, for all of these reasons; nothing was changed. */
  record Refused(List<String> problems) implements AddTenantResult {}

  /**
   * The tenant is registered as failed, and each step that was done is complete; adding it again
   * continues.
   */
  record Failed(TenantName tenant, String reason) implements AddTenantResult {}

  /** A session or the server blocks it; adding it again continues where it was begun. */
  record Postponed(TenantName tenant, String why) implements AddTenantResult {}
}
