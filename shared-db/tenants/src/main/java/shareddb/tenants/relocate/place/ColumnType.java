package shareddb.tenants.relocate.place;

/**
 * The type of a column.
 *
 * @param name the name without a length, so that a cast to it cuts nothing off
 * @param isOwn whether the schema itself defines it, such as an enum: then the other side defines
 *     one too
 * @param hashes whether Postgres can hash it; it cannot hash json
 */
public record ColumnType(String name, boolean isOwn, boolean hashes) {}
