package shareddb.move;

/**
 * A column of a table.
 *
 * @param wanted whether a row cannot be without a value for it
 */
record Column(String name, ColumnType type, boolean wanted) {

  String quoted() {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Its value, of the type that it has here. */
  String cast() {
    return type.isOwn() ? quoted() : "(" + quoted() + ")::" + type.name();
  }

  /** What a checksum is made of. */
  String comparable() {
    return type.hashes() ? quoted() : quoted() + "::text";
  }
}
