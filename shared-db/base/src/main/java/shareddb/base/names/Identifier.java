package shareddb.base.names;

import java.nio.charset.StandardCharsets;

/** The rules of Postgres for identifiers. Identifiers are quoted only here. */
final class Identifier {

  /** Postgres cuts longer names silently, so two schemas could become one. */
  static final int MAX_BYTES = 63;

  private Identifier() {}

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Throws {@link InvalidName} if Postgres cannot store the name unchanged. */
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
