package shareddb.tenants.relocate.copy;

/**
 * A table whose rows are the same on both sides.
 *
 * @param checksum the sum of all rows' checksums, which is the same in any order
 */
public record EqualTable(String table, long rows, String checksum) {

  static EqualTable of(String table, BlockSums sums) {
    int differing = sums.differing().size();
    if (differing > 0) {
      throw new RelocationLost(
          "rows of table "
              + table
              + " differ in "
              + differing
              + " blocks while writes are blocked");
    }
    RowSum total = sums.total();
    return new EqualTable(table, total.rows(), total.checksum().toBigInteger().toString(16));
  }
}
