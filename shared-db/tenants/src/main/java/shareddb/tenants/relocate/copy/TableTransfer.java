package shareddb.tenants.relocate.copy;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.tenants.relocate.place.MappedColumn;
import shareddb.tenants.relocate.place.RowShare;

/**
 * The rows that one table of the destination gets.
 *
 * @param table the name as people write it
 * @param quoted the quoted name for SQL
 * @param columns the columns, in the same order on both sides
 * @param rows the query at the source that gives the rows
 */
public record TableTransfer(
    String table, String quoted, List<MappedColumn> columns, String rows, RowShare share) {

  /** 2 to the power of this many ids form a block. A block is compared and copied as a whole. */
  private static final int BITS = 6;

  /** The quoted columns, as a list in SQL. */
  String list() {
    return columns.stream().map(MappedColumn::quoted).collect(Collectors.joining(", "));
  }

  /** The query at the source. It casts each value to the type that the destination's column has. */
  String here() {
    return columns.stream()
        .map(column -> column.cast() + " AS " + column.quoted())
        .collect(Collectors.joining(", ", "SELECT ", " FROM (" + rows + ") AS given"));
  }

  /** The query for the tenant's rows at the destination. */
  String there() {
    return "SELECT " + list() + " FROM " + quoted + where();
  }

  boolean isCommon() {
    return share instanceof RowShare.Common;
  }

  /** The WHERE clause for the destination's rows, beginning with {@code WHERE}. */
  String where() {
    return switch (share) {
      case RowShare.Whole() -> " WHERE true";
      case RowShare.Part(String condition) -> " WHERE (" + condition + ")";
      case RowShare.Common() -> " WHERE false";
    };
  }

  /**
   * Whether the table can be compared and copied block by block: it has a bigint column {@code id}.
   */
  boolean inBlocks() {
    return columns.stream()
        .anyMatch(c -> c.name().equals("id") && c.type().name().equals("bigint"));
  }

  /**
   * Wraps a query for rows into one that gives block, number of rows and checksum. The sum is the
   * same in any order.
   */
  String sums(String query) {
    return "SELECT block, count(*), sum(hash)::text FROM (SELECT "
        + (inBlocks() ? "id >> " + BITS : "0::bigint")
        + " AS block, pg_catalog.hash_record_extended(ROW("
        + columns.stream().map(MappedColumn::comparable).collect(Collectors.joining(", "))
        + "), 0) AS hash FROM ("
        + query
        + ") AS rows) AS hashed GROUP BY block";
  }

  /** Wraps a query for rows into one that gives the rows of these blocks. */
  String within(String query, Collection<Long> blocks) {
    return inBlocks()
        ? "SELECT rows.* FROM ("
            + query
            + ") AS rows JOIN "
            + blocks(blocks)
            + " ON "
            + hit("rows.")
        : query;
  }

  String deletion(Collection<Long> blocks) {
    return inBlocks()
        ? "DELETE FROM "
            + quoted
            + " AS rows USING "
            + blocks(blocks)
            + where()
            + " AND "
            + hit("rows.")
        : "DELETE FROM " + quoted + where();
  }

  private static String blocks(Collection<Long> blocks) {
    return "unnest('"
        + blocks.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))
        + "'::bigint[]) AS blocks (block)";
  }

  private static String hit(String prefix) {
    return "%1$sid BETWEEN block << %2$d AND (block << %2$d) + %3$d"
        .formatted(prefix, BITS, (1 << BITS) - 1);
  }
}
