package shareddb.tenants;

/**
 * A line of a batch, and what became of it.
 *
 * @param number in the file, where the header is the first
 */
public record BatchLine(long number, TenantWish wish, AddResult result) {}
