package shareddb.tenants.provision;

import java.util.Map;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.TenantKey;

/**
 * Receives the keys of tenants before they become active, so that a command that is killed
 * afterwards does not lose them. If a tenant comes twice, its last key counts.
 */
public interface KeyReceiver {

  /** For a caller that reads the key from the result. */
  KeyReceiver NONE = keys -> {};

  void receives(Map<TenantName, TenantKey> keys);
}
