package workshop.requirementsschemapertenant;

import org.jspecify.annotations.Nullable;

/**
 * What the registry tells of the tenant of a key, of a host, or of both.
 *
 * @param movedTo who serves it, where it has moved
 */
record TenantRow(
    String name,
    String schema,
    String status,
    @Nullable String movedTo,
    boolean hasKey,
    boolean hasHost) {}
