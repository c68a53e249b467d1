package shareddb.tenants.relocate;

/** How much of it goes into a table. */
public record TableLoad(String table, long rows, long bytes) {}
