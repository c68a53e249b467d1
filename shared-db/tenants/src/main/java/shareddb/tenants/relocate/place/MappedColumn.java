package shareddb.tenants.relocate.place;

/**
 * A column of a table.
 *
 * @param wanted whether a row cannot be without a value for it
 */
public record MappedColumn(String name, ColumnType type, boolean wanted) {

  public String quoted() {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Its value, of the type that it has here. */
  public String cast() {
    return type.isOwn() ? quoted() : "(" + quoted() + ")::" + type.name();
  }

  /** What a checksum is made of. */
  public String comparable() {
    return type.hashes() ? quoted() : quoted() + "::text";
  }
}
