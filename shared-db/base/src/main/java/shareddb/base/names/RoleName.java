package shareddb.base.names;

/** The name of a role on the server. */
public record RoleName(String value) {

  private static final String API_SUFFIX = "_api";

  public RoleName {
    Identifier.check("role name", value);
  }

  /**
   * The role that a module's API logs in as: the schema's name followed by {@code _api}. If that is
   * too long, a digest replaces the end, so that two schemas never share a role.
   */
  public static RoleName apiOf(SchemaName schema) {
    return api(schema.value());
  }

  /**
   * The same for a schema name that exists in several databases.
   *
   * @param part the track's name within its module
   */
  public static RoleName apiOf(SchemaName schema, String part) {
    return api(schema.value() + "_" + part);
  }

  private static RoleName api(String whose) {
    String name = whose + API_SUFFIX;
    if (Identifier.bytes(name) <= Identifier.MAX_BYTES) {
      return new RoleName(name);
    }
    String end = "_" + Sha256.of(whose).substring(0, 16) + API_SUFFIX;
    return new RoleName(cut(whose, Identifier.MAX_BYTES - end.length()) + end);
  }

  /** The quoted name for SQL: {@code "00_personal_todo_api"}. */
  public String quoted() {
    return Identifier.quote(value);
  }

  @Override
  public String toString() {
    return value;
  }

  /** The longest prefix of whole characters that fits into this number of bytes. */
  private static String cut(String name, int bytes) {
    int end = name.length();
    while (Identifier.bytes(name.substring(0, end)) > bytes) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }
}
