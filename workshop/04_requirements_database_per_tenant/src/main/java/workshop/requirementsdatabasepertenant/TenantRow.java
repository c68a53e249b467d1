package workshop.requirementsdatabasepertenant;

/** What the registry tells of the tenant of a key, of a host, or of both. */
record TenantRow(
    String name,
    String server,
    String database,
    String schema,
    String status,
    boolean hasKey,
    boolean hasHost) {}
