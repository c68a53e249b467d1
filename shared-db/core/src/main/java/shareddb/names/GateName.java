package shareddb.names;

/**
 * The gate that whoever writes passes, of a tenant's schema or of a project among others: it is
 * shut for the moment in which all of it moves. Whoever is in writes on to the end of their
 * transaction.
 *
 * @param value what the key of its advisory lock is made of
 */
public record GateName(String value) {

  public static GateName of(SchemaName schema) {
    return new GateName("workshop gate: " + schema.quoted());
  }

  public static GateName of(SchemaName schema, long project) {
    return new GateName("workshop gate: " + schema.quoted() + " " + project);
  }
}
