package shareddb.tenants.registry;

import java.time.Instant;
import java.util.Optional;
import shareddb.base.names.SchemaName;
import shareddb.base.names.TenantName;

/**
 * A row of the registry.
 *
 * @param domain the host that its requests come to
 * @param database its own, where it has one; else it is in the workshop's
 * @param type what it began with: the folder of seeds by its name
 * @param failure why it could not be made, where it could not
 */
public record Tenant(
    long id,
    TenantName name,
    String domain,
    SchemaName schema,
    Optional<TenantDatabase> database,
    String type,
    Optional<String> plan,
    TenantStatus status,
    Optional<String> failure,
    Instant createdAt,
    Instant updatedAt) {}
