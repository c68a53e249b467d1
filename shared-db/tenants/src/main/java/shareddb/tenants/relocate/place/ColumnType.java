package shareddb.tenants.relocate.place;

/**
 * Of which type a column is.
 *
 * @param name without its length: a cast to it cuts nothing off
 * @param isOwn whether the schema itself has it, as an enum: then the other side has one of its own
 * @param hashes whether Postgres has a checksum for it, as it has none for json
 */
public record ColumnType(String name, boolean isOwn, boolean hashes) {}
