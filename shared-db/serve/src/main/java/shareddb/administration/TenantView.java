package shareddb.administration;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantStatus;

/** A tenant as administrators see it, without its key. */
record TenantView(
    String name,
    String domain,
    @Nullable String serverName,
    @Nullable String databaseName,
    String schemaName,
    String type,
    @Nullable String plan,
    Status status,
    @Nullable String failure,
    Instant createdAt,
    Instant updatedAt) {

  /** As JSON has it. */
  enum Status {
    PROVISIONING,
    ACTIVE,
    SUSPENDED,
    FAILED,
    REMOVING,
    ARRIVING,
    MOVED;

    static Status of(TenantStatus status) {
      return valueOf(status.name());
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TenantView of(Tenant tenant) {
    return new TenantView(
        tenant.name().value(),
        tenant.domain(),
        tenant.database().map(own -> own.server().value()).orElse(null),
        tenant.database().map(own -> own.name().value()).orElse(null),
        tenant.schema().value(),
        tenant.type(),
        tenant.plan().orElse(null),
        Status.of(tenant.status()),
        tenant.failure().orElse(null),
        tenant.createdAt(),
        tenant.updatedAt());
  }
}
