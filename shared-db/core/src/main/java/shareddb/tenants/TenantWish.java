package shareddb.tenants;

/** A tenant that somebody wants, as it was typed: nothing of it is checked yet. */
public record TenantWish(String name, String domain, String type) {}
