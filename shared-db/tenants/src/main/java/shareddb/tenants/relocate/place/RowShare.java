package shareddb.tenants.relocate.place;

/** Which rows of a destination's table are the tenant's. */
public sealed interface RowShare {

  /** All of them. */
  record Whole() implements RowShare {}

  /** Those of which this holds. */
  record Part(String condition) implements RowShare {}

  /** They are everybody's: who is not there yet is added, and nobody changed. */
  record Common() implements RowShare {}
}
