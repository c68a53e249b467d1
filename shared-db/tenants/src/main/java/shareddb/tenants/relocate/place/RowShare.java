package shareddb.tenants.relocate.place;

/** Which rows of a destination's table are the tenant's. */
public sealed interface RowShare {

  /** All rows of the table. */
  record Whole() implements RowShare {}

  /** The rows for which the condition holds. */
  record Part(String condition) implements RowShare {}

  /** All tenants share the rows: missing rows are added, and no existing row is changed. */
  record Common() implements RowShare {}
}
