package shareddb.tenants.provision;

import java.util.Optional;

/**
 * A tenant that somebody wants, as it was typed: nothing of it is checked yet.
 *
 * @param server where its database is to be; else on the one with the fewest
 */
public record TenantRequest(String name, String domain, String type, Optional<String> server) {

  public TenantRequest(String name, String domain, String type) {
    this(name, domain, type, Optional.empty());
  }
}
