package shareddb.tenants.registry;

import java.time.Instant;
import java.util.Optional;
import shareddb.base.names.SchemaName;
import shareddb.base.names.TenantName;

/**
 * One tenant: a row of the registry.
 *
 * @param domain the host name in its requests
 * @param database its own database; empty if it is in the workshop's database
 * @param type the name of the folder with the seeds of its first rows
 * @param failure why it could not be made; empty if it has not failed
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
