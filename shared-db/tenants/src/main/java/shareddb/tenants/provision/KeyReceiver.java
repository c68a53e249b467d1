package shareddb.tenants.provision;

import java.util.Map;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.TenantKey;

/**
 * Hears the keys of tenants that are about to become active. Whoever is killed afterwards has them:
 * where a tenant comes twice, its last key counts.
 */
public interface KeyReceiver {

  /** Waits for the result, which has the key too. */
  KeyReceiver NOBODY = keys -> {};

  void receives(Map<TenantName, TenantKey> keys);
}
