package shareddb.base.names;

import java.util.Locale;

/**
 * The name of a schema that a track may be applied to: any name of 1 to 63 bytes except those of
 * Postgres.
 */
public record SchemaName(String value) implements Comparable<SchemaName> {

  /** The schema in which the tool keeps its own data. No module owns it, and no API reads it. */
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

  /** The quoted name for SQL: {@code "00_personal_todo"}. */
  public String quoted() {
    return Identifier.quote(value);
  }

  /** The quoted name of an object in this schema: {@code "00_personal_todo"."todos"}. */
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
