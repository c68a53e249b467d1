package shareddb.tenants;

import java.util.List;
import shareddb.names.TenantName;

/** What became of the wish for a tenant. */
public sealed interface AddResult {

  /** It is there, whole and active; nobody will see its key again. */
  record Added(Tenant tenant, TenantKey key) implements AddResult {}

  /** There is one of this name and domain; it stays as it is, its key too. */
  record AlreadyThere(Tenant tenant) implements AddResult {}

  /** It cannot be one, for all of these reasons; nothing was changed. */
  record Refused(List<String> problems) implements AddResult {}

  /** It is registered as failed, and what there is of it is whole; adding it again goes on. */
  record Failed(TenantName tenant, String reason) implements AddResult {}

  /** Somebody, or the server, is in the way; adding it again goes on, where it was begun. */
  record Postponed(TenantName tenant, String why) implements AddResult {}
}
