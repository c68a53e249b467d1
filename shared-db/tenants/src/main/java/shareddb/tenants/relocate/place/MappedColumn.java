package shareddb.tenants.relocate.place;

/**
 * A column of a table.
 *
 * @param wanted whether a row must have a value for it and the column has no default
 */
public record MappedColumn(String name, ColumnType type, boolean wanted) {

  public String quoted() {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Its value in SQL, cast to the type that it has here. */
  public String cast() {
    return type.isOwn() ? quoted() : "(" + quoted() + ")::" + type.name();
  }

  /** The expression that the checksum is made of. */
  public String comparable() {
    return type.hashes() ? quoted() : quoted() + "::text";
  }
}
