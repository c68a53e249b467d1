package shareddb.tenants.relocate;

/** The number of rows and bytes that one table gets. */
public record TableLoad(String table, long rows, long bytes) {}
