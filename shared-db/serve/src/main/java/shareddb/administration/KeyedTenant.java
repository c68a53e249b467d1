package shareddb.administration;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;

/** A tenant, and its new key if it has got one. */
record KeyedTenant(
    TenantView tenant,
    @JsonPropertyDescription(
            "It is shown only here: the registry keeps its hash. Null if the old key stays.")
        @Nullable String apiKey) {

  static KeyedTenant with(Tenant tenant, TenantKey key) {
    return new KeyedTenant(TenantView.of(tenant), key.value());
  }

  static KeyedTenant as(Tenant tenant) {
    return new KeyedTenant(TenantView.of(tenant), null);
  }
}
