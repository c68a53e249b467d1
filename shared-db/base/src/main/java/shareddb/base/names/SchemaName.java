package shareddb.base.names;

import java.util.Locale;

/** The name of a schema that a track may be applied to: any 1 to 63 bytes but Postgres's own. */
public record SchemaName(String value) implements Comparable<SchemaName> {

  /** Where the tool keeps what it has to remember; no module's, and no API reads it. */
  public static final SchemaName OF_THE_TOOL = new SchemaName("workshop");

  public SchemaName {
    Identifier.check("schema name", value);
    if (value.equals("public") || value.equals("information_schema")) {
      throw new InvalidName("schema name", value, "a track has a schema of its own");
    }
    if (value.toLowerCase(Locale.ROOT).startsWith("pg_")) {
      throw new InvalidName("schema name", value, "names that begin with pg_ belong to Postgres");
    }
  }

  /** As it stands in SQL: {@code "00_personal_todo"}. */
  public String quoted() {
    return Identifier.quote(value);
  }

  /** Another object of this schema, as it stands in SQL: {@code "00_personal_todo"."todos"}. */
  public String quoted(String object) {
    return quoted() + "." + Identifier.quote(object);
  }

  @Override
  public int compareTo(SchemaName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
