package shareddb.move;

/**
 * A column of a table.
 *
 * @param type without its length: a cast to it cuts nothing off
 * @param wanted whether a row cannot be without a value for it
 */
record Column(String name, String type, boolean wanted) {

  String quoted() {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
