package shareddb.base.names;

import java.nio.charset.StandardCharsets;

/** The rules that Postgres has for every identifier, and the one place where they are quoted. */
final class Identifier {

  /** Postgres cuts longer names silently: two schemas would become one. */
  static final int MAX_BYTES = 63;

  private Identifier() {}

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Throws {@link InvalidName} where Postgres could not hold the name as it is. */
  static void check(String kind, String name) {
    if (name.isEmpty()) {
      throw new InvalidName(kind, name, "it is empty");
    }
    if (name.indexOf('\0') >= 0) {
      throw new InvalidName(kind, name, "it contains a NUL character");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw new InvalidName(kind, name, "it is not valid Unicode");
    }
    int bytes = bytes(name);
    if (bytes > MAX_BYTES) {
      throw new InvalidName(
          kind, name, "it is " + bytes + " bytes long, and Postgres keeps only " + MAX_BYTES);
    }
  }
}
