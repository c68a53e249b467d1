package shareddb.move;

/**
 * A table whose rows are the same on both sides.
 *
 * @param checksum of all of them, in whatever order
 */
public record Checked(String table, long rows, String checksum) {

  static Checked of(String table, Sums sums) {
    int differing = sums.differing().size();
    if (differing > 0) {
      throw new MoveLost(
          "rows of table " + table + " differ in " + differing + " blocks while nobody writes");
    }
    Sum total = sums.total();
    return new Checked(table, total.rows(), total.checksum().toBigInteger().toString(16));
  }
}
