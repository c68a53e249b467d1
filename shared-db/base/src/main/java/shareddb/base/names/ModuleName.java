package shareddb.base.names;

import java.util.regex.Pattern;

/** The name of a module: its folder under {@code workshop/}, such as {@code 00_personal_todo}. */
public record ModuleName(String value) implements Comparable<ModuleName> {

  private static final Pattern FORM = Pattern.compile("[0-9]{2}(_[a-z0-9]+)+");

  public ModuleName {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidName(
          "module name", value, "it is two digits and lower-case words, such as 00_personal_todo");
    }
    Identifier.check("module name", value);
  }

  /** Whether this is the folder's name of a module. */
  public static boolean isOne(String folder) {
    return FORM.matcher(folder).matches();
  }

  /** The schema that the module owns. It has the name of the module's folder. */
  public SchemaName schema() {
    return new SchemaName(value);
  }

  /** The prefix of the schema names of the module's tenants. */
  public String tenantPrefix() {
    return value.substring(0, 2) + "_tenant_";
  }

  /**
   * The name without its number and underscores, as in the module's Java package: {@code
   * personaltodo}.
   */
  public String words() {
    return value.substring(value.indexOf('_')).replace("_", "");
  }

  @Override
  public int compareTo(ModuleName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
