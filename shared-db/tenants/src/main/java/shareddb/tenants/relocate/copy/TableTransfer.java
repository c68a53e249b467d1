package shareddb.tenants.relocate.copy;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.tenants.relocate.place.MappedColumn;
import shareddb.tenants.relocate.place.RowShare;

/**
 * What one table of the destination gets.
 *
 * @param table as people call it
 * @param quoted as it stands in SQL
 * @param columns in this order, on both sides
 * @param rows the query at the source
 */
public record TableTransfer(
    String table, String quoted, List<MappedColumn> columns, String rows, RowShare share) {

  /** So many ids are looked at, and mended, together: 2 to the power of this. */
  private static final int BITS = 6;

  /** As they stand in a list in SQL. */
  String list() {
    return columns.stream().map(MappedColumn::quoted).collect(Collectors.joining(", "));
  }

  /** The query for what is to be there, each value of the type that it has there. */
  String here() {
    return columns.stream()
        .map(column -> column.cast() + " AS " + column.quoted())
        .collect(Collectors.joining(", ", "SELECT ", " FROM (" + rows + ") AS given"));
  }

  /** The query for what is there. */
  String there() {
    return "SELECT " + list() + " FROM " + quoted + where();
  }

  boolean isCommon() {
    return share instanceof RowShare.Common;
  }

  /** The condition on the destination's rows, with what comes before it. */
  String where() {
    return switch (share) {
      case RowShare.Whole() -> " WHERE true";
      case RowShare.Part(String condition) -> " WHERE (" + condition + ")";
      case RowShare.Common() -> " WHERE false";
    };
  }

  /** Whether it can be mended in parts. */
  boolean inBlocks() {
    return columns.stream()
        .anyMatch(c -> c.name().equals("id") && c.type().name().equals("bigint"));
  }

  /** Of a query for its rows: block, rows, checksum. The sum is the same in any order. */
  String sums(String query) {
    return "SELECT block, count(*), sum(hash)::text FROM (SELECT "
        + (inBlocks() ? "id >> " + BITS : "0::bigint")
        + " AS block, pg_catalog.hash_record_extended(ROW("
        + columns.stream().map(MappedColumn::comparable).collect(Collectors.joining(", "))
        + "), 0) AS hash FROM ("
        + query
        + ") AS rows) AS hashed GROUP BY block";
  }

  /** Of a query for its rows: those in these blocks. */
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
