package shareddb.move;

/** How much of it goes into a table. */
public record Load(String table, long rows, long bytes) {}
