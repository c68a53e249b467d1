package shareddb.move;

/** Which rows of a destination's table are the tenant's. */
sealed interface Share {

  /** All of them. */
  record Whole() implements Share {}

  /** Those of which this holds. */
  record Part(String condition) implements Share {}

  /** They are everybody's: who is not there yet is added, and nobody changed. */
  record Common() implements Share {}
}
