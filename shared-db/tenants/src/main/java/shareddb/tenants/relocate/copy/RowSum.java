package shareddb.tenants.relocate.copy;

import java.math.BigDecimal;

/** The number of some rows and the sum of their checksums, which is the same in any order. */
record RowSum(long rows, BigDecimal checksum) {

  static final RowSum NONE = new RowSum(0, BigDecimal.ZERO);

  RowSum plus(RowSum other) {
    return new RowSum(rows + other.rows, checksum.add(other.checksum));
  }
}
