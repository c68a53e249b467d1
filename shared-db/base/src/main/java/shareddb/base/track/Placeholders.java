package shareddb.base.track;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;

/** The values of the placeholders {@code ${…}} in a script, on one target. */
public final class Placeholders {

  static final String SCHEMA = "flyway:defaultSchema";
  static final String API_ROLE = "api_role";

  private static final Pattern FORM = Pattern.compile("\\$\\{([^}]+)}");

  private Placeholders() {}

  /**
   * The placeholders' values. Scripts put them between quotes, so quotes inside of a value are
   * doubled.
   */
  public static Map<String, String> of(Target target) {
    return of(target.schema(), target.apiRole());
  }

  private static Map<String, String> of(SchemaName schema, RoleName role) {
    Map<String, String> values = new TreeMap<>();
    values.put(SCHEMA, inner(schema.quoted()));
    values.put(API_ROLE, inner(role.quoted()));
    // Flyway also replaces placeholders in the schema's own name. There each gets its own text
    // as its value.
    FORM.matcher(schema.value())
        .results()
        .forEach(match -> values.putIfAbsent(match.group(1), match.group()));
    return values;
  }

  /** Replaces all placeholders. Throws {@link IllegalArgumentException} for an unknown one. */
  public static String replace(String script, Target target) {
    Map<String, String> values = of(target);
    return FORM.matcher(script)
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    match.group() + " is no placeholder; there are " + values.keySet());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** Flyway's checksum of a script on a target. */
  public static int checksum(UpgradeScript script, Target target) {
    return checksum(script, target.schema(), target.apiRole());
  }

  /** The same for a target with this schema and this role. */
  public static int checksum(UpgradeScript script, SchemaName schema, RoleName role) {
    return script.checksum(text -> known(text, of(schema, role)));
  }

  /** Unknown placeholders stay. Flyway refuses them when it runs the script. */
  private static String known(String text, Map<String, String> values) {
    return FORM.matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }

  private static String inner(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }
}
