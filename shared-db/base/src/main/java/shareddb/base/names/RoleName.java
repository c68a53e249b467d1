package shareddb.base.names;

/** The name of a role of the server. */
public record RoleName(String value) {

  private static final String API_SUFFIX = "_api";

  public RoleName {
    Identifier.check("role name", value);
  }

  /**
   * The role that a module's API connects as: the schema's name with {@code _api} behind it. Where
   * that would be too long, a digest takes the place of the end, so that no two schemas share one.
   */
  public static RoleName apiOf(SchemaName schema) {
    return api(schema.value());
  }

  /** The same for one of several databases that have a schema of this name. */
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

  /** As it stands in SQL: {@code "00_personal_todo_api"}. */
  public String quoted() {
    return Identifier.quote(value);
  }

  @Override
  public String toString() {
    return value;
  }

  /** The longest beginning of whole characters that fits. */
  private static String cut(String name, int bytes) {
    int end = name.length();
    while (Identifier.bytes(name.substring(0, end)) > bytes) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }
}
