package shareddb.base.names;

/** The name of a database. */
public record DatabaseName(String value) {

  public DatabaseName {
    Identifier.check("database name", value);
  }

  /** The quoted name for SQL: {@code "workshop_db"}. */
  public String quoted() {
    return Identifier.quote(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
