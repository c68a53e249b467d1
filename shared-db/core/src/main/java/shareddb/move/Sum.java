package shareddb.move;

import java.math.BigDecimal;

/** Of some rows: how many, and the sum of their checksums, which is the same in any order. */
record Sum(long rows, BigDecimal checksum) {

  static final Sum NONE = new Sum(0, BigDecimal.ZERO);

  Sum plus(Sum other) {
    return new Sum(rows + other.rows, checksum.add(other.checksum));
  }
}
