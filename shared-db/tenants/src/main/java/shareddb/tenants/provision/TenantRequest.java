package shareddb.tenants.provision;

import java.util.Optional;

/**
 * A request for a tenant, as the operator typed it; nothing of it is checked yet.
 *
 * @param server the server of its database; if empty, the server with the fewest tenants
 */
public record TenantRequest(String name, String domain, String type, Optional<String> server) {

  public TenantRequest(String name, String domain, String type) {
    this(name, domain, type, Optional.empty());
  }
}
