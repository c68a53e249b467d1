package shareddb.schema.autogenerate.diff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;

/** Replaces the schema and its API's role in definitions until a script is written. */
final class SchemaPlaceholder {

  /** A name that occurs in no SQL by chance, and needs no quotes. */
  static final String SCHEMA = "workshop_stand_in_8c41f0a7";

  private static final String ROLE = "\"${api_role}\"";
  private static final String PLACEHOLDER = "\"${flyway:defaultSchema}\"";
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  /** The name of a sequence, a table or a function, in a literal. */
  private static final Pattern LITERAL = Pattern.compile("'(" + SCHEMA + "\\.[^']*)'::reg");

  private final SchemaName schema;
  private final RoleName role;

  SchemaPlaceholder(SchemaName schema, RoleName role) {
    this.schema = schema;
    this.role = role;
  }

  /**
   * Replaces the names in a definition. A function's body is text, so the schema still has its own
   * name there.
   */
  String in(String definition) {
    String text =
        definition
            .replace("'" + role.value().replace("'", "''") + "'", "'${api_role}'")
            .replace(role.quoted(), ROLE)
            .replace(schema.quoted() + ".", SCHEMA + ".");
    text = plain(text, role.value(), "(?![\\w\"$])", ROLE);
    text = plain(text, schema.value(), "(?=\\.[a-z_\"])", SCHEMA);
    return text.replace(
        "SET search_path TO '" + schema.value().replace("'", "''") + "'",
        "SET search_path TO " + SCHEMA);
  }

  /**
   * The SQL as it is written to a file. A dollar-quoted literal also holds names with a quote in
   * them.
   */
  static String written(String sql) {
    return LITERAL.matcher(sql).replaceAll("\\$\\$$1\\$\\$::reg").replace(SCHEMA, PLACEHOLDER);
  }

  private static String plain(String text, String name, String behind, String standIn) {
    return PLAIN.matcher(name).matches()
        ? text.replaceAll("(?<![\\w\"'$.{])" + name + behind, Matcher.quoteReplacement(standIn))
        : text;
  }
}
